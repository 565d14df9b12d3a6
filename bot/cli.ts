#!/usr/bin/env node
// The `duban` command: start, import, rehearse, verify, ask. What each does is in cli/; here are only words and options.
// Codes scripts can rely on: 0 fine, 1 refused or problems found, 2 wrong usage or settings, 3 no database.

import { Command, CommanderError } from 'commander';
import type { AskOptions } from './cli/ask.ts';
import { type Io, openShell, type Shell } from './cli/terminal.ts';
import type { CliWords } from './cli-words.ts';
import { isEntry } from './entry.ts';
import { packageVersion } from './package-files.ts';
import { describeFailure, EXIT, type ExitCode } from './refused-start.ts';

/** Starts what the settings say and answers a code; only the real command line has one. */
export type Starter = () => Promise<number>;

const titles = (words: CliWords): Record<string, string> => ({
  'Usage:': words.usage,
  'Options:': words.options,
  'Commands:': words.commands,
  'Arguments:': words.arguments,
});

/** Commander's own sentences are English, so they are replaced by ours under the same code. */
function wrongUsage({ words }: Shell, { code, message }: CommanderError): string {
  const what = /'([^']*)'/.exec(message)?.[1] ?? message;
  switch (code) {
    case 'commander.unknownCommand':
      return words.wrongUsage.unknownCommand(what);
    case 'commander.unknownOption':
      return words.wrongUsage.unknownOption(what);
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return words.wrongUsage.missing(what);
    case 'commander.excessArguments':
      return words.wrongUsage.excess(message);
    default:
      return words.wrongUsage.other(message);
  }
}

function dress(command: Command, { io, words }: Shell): Command {
  const known = titles(words);
  return command
    .exitOverride()
    .helpOption('-h, --help', words.help)
    .configureHelp({ styleTitle: (title) => known[title] ?? title })
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: () => {} })
    .addHelpText('after', `\n${words.exitCodes}`);
}

/** Questions in one's own words: the answer, or how they are read. */
function addAsk(command: Command, shell: Shell, done: (code: number) => void): void {
  const { words } = shell;
  command
    .argument('[text]', words.askText)
    .option('--campaign <file>', words.askCampaign)
    .option('--now <instant>', words.askNow)
    .option('--as <role>', words.askAs)
    .option('--context <text>', words.askContext)
    .option('--explain', words.askExplain, false)
    .option('--batch', words.askBatch, false)
    .action(async (text: string | undefined, options: AskOptions) => {
      const { runAsk } = await import('./cli/ask.ts');
      done(await runAsk(shell, text, options));
    });
}

/** The five commands; `done` takes the code of the one that was run. */
function program(shell: Shell, startIt: Starter, done: (code: number) => void): Command {
  const { words } = shell;
  const root = dress(new Command('duban'), shell)
    .description(words.about)
    .version(packageVersion(), '-V, --version', words.version)
    .helpCommand('help [command]', words.helpCommand);
  const sub = (name: string, about: string): Command => dress(root.command(name), shell).description(about);

  sub('start', words.start)
    .addHelpText('after', `\n${words.startMore}`)
    .action(async () => done(await startIt()));
  sub('import', words.import)
    .argument('<file>', words.importFile)
    .option('--dry-run', words.dryRun, false)
    .action(async (file: string, options: { dryRun: boolean }) => {
      const { runImport } = await import('./cli/import.ts');
      done(await runImport(shell, file, options));
    });
  sub('rehearse', words.rehearse)
    .option('--days <n>', words.days, '14')
    .option('--from <instant>', words.from)
    .option('--campaign <file>', words.campaign)
    .action(async (options: { days: string; from?: string; campaign?: string }) => {
      const { runRehearse } = await import('./cli/rehearse.ts');
      done(await runRehearse(shell, options));
    });
  sub('verify', words.verify).action(async () => {
    const { runVerify } = await import('./cli/verify.ts');
    done(await runVerify(shell));
  });
  addAsk(sub('ask', words.ask), shell, done);
  return root;
}

function explain(shell: Shell, error: unknown): ExitCode {
  const { io, words, paint, language } = shell;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code === 'commander.help') return EXIT.usage;
    io.err(`${paint('red', wrongUsage(shell, error))}\n${words.seeHelp}`);
    return EXIT.usage;
  }
  const { text, code } = describeFailure(error, language);
  io.err(paint('red', text));
  return code;
}

/** Runs the command line (`argv` without node and script) and answers the exit code; never throws. */
export async function run(argv: readonly string[], io: Io, startIt: Starter): Promise<number> {
  const shell = openShell(io);
  let code: number = EXIT.ok;
  try {
    const root = program(shell, startIt, (made) => {
      code = made;
    });
    if (argv.length === 0) {
      root.outputHelp();
      return EXIT.usage;
    }
    await root.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(shell, error);
  }
}

async function startHere(): Promise<number> {
  const { processTerminal, start } = await import('./main.ts');
  const code = await start(processTerminal());
  // What was half started may hold the process, and nothing of it is wanted any more.
  if (code !== EXIT.ok) process.exit(code);
  return code;
}

if (isEntry(import.meta.url)) {
  // Who reads through `head` has seen enough; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const io: Io = {
    env: process.env,
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    isTerminal: process.stdout.isTTY === true,
    now: Date.now,
  };
  // A bot or desk that runs keeps the process alive; anything else ends it here, with its code.
  process.exitCode = await run(process.argv.slice(2), io, startHere);
}
