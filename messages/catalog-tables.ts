// The phrases of tables and their pages. Part of the Catalog (catalog.ts).

export type TableColumn =
  | 'unit'
  | 'standing'
  | 'note'
  | 'period'
  | 'due'
  | 'onTime'
  | 'late'
  | 'missed'
  | 'owed'
  | 'share'
  | 'place'
  | 'what'
  | 'deadline'
  | 'units'
  | 'reported'
  | 'task'
  | 'lead';

export type TableWords = {
  head: Record<TableColumn, string>;
  /** The button to the next screen; how many there still are. */
  more(left: number): string;
  /** 第 13—24 项，共 30 项 */
  part(from: number, to: number, of: number): string;
  /** Where one of the table's tasks is chosen to be looked at. */
  openTask: string;
};
