CREATE TABLE `campaign` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`definition_no` integer NOT NULL,
	`planned_no` integer NOT NULL,
	`planned_from` integer,
	`imported_at` integer NOT NULL,
	`known_since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`slack` text,
	`dm` text,
	`language` text,
	`locale` text,
	`trouble` text
);
--> statement-breakpoint
CREATE INDEX `person_slack_idx` ON `person` (`slack`);--> statement-breakpoint
CREATE INDEX `person_email_idx` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `leave` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`person` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`entered_by` text NOT NULL,
	`deputy` text,
	`cancelled` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `leave_campaign_person_idx` ON `leave` (`campaign`,`person`);--> statement-breakpoint
CREATE TABLE `amendment` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`patches` text NOT NULL,
	`changes` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`made_by` text,
	`made_at` integer,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `amendment_campaign_proposed_at_idx` ON `amendment` (`campaign`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `setup` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`by` text NOT NULL,
	`values` text NOT NULL,
	`saved_at` integer NOT NULL,
	`campaign` text
);
--> statement-breakpoint
CREATE TABLE `duty_mark` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`duty` text NOT NULL,
	`opened_through` integer NOT NULL,
	`next_open_at` integer
);
--> statement-breakpoint
CREATE INDEX `duty_mark_next_open_at_idx` ON `duty_mark` (`next_open_at`);--> statement-breakpoint
CREATE INDEX `duty_mark_campaign_duty_idx` ON `duty_mark` (`campaign`,`duty`);--> statement-breakpoint
CREATE TABLE `obligation` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`duty` text NOT NULL,
	`unit` text NOT NULL,
	`period` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`opens_at` integer NOT NULL,
	`wanted_on` text NOT NULL,
	`due_on` text NOT NULL,
	`due_at` integer NOT NULL,
	`grace_minutes` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`missed_at` integer NOT NULL,
	`shifted_by` text,
	`provisional` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`waiver` text,
	`return_due_at` integer,
	`first_filed_at` integer,
	`refiled_at` integer,
	`latest_no` integer NOT NULL,
	`nil` integer NOT NULL,
	`figures` text NOT NULL,
	`dispute` text,
	`short_notice` integer NOT NULL,
	`planned_through` integer NOT NULL,
	`next_step_at` integer
);
--> statement-breakpoint
CREATE INDEX `obligation_next_step_at_idx` ON `obligation` (`next_step_at`);--> statement-breakpoint
CREATE INDEX `obligation_campaign_unit_state_idx` ON `obligation` (`campaign`,`unit`,`state`);--> statement-breakpoint
CREATE INDEX `obligation_campaign_unit_duty_due_at_idx` ON `obligation` (`campaign`,`unit`,`duty`,`due_at`);--> statement-breakpoint
CREATE INDEX `obligation_campaign_duty_due_at_idx` ON `obligation` (`campaign`,`duty`,`due_at`);--> statement-breakpoint
CREATE INDEX `obligation_campaign_state_idx` ON `obligation` (`campaign`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `obligation_campaign_duty_period_unit_idx` ON `obligation` (`campaign`,`duty`,`period`,`unit`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`obligation` text NOT NULL,
	`no` integer NOT NULL,
	`nil` integer NOT NULL,
	`content` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_at` integer NOT NULL,
	`phoned_by` text,
	`after_close` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submission_campaign_filed_at_idx` ON `submission` (`campaign`,`filed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_obligation_no_idx` ON `submission` (`obligation`,`no`);--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`person` text NOT NULL,
	`obligation` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_person_obligation_idx` ON `draft` (`person`,`obligation`);--> statement-breakpoint
CREATE INDEX `draft_obligation_idx` ON `draft` (`obligation`);--> statement-breakpoint
CREATE TABLE `snooze` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`obligation` text NOT NULL,
	`person` text NOT NULL,
	`step` text NOT NULL,
	`due_on` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `snooze_obligation_person_idx` ON `snooze` (`obligation`,`person`);--> statement-breakpoint
CREATE TABLE `bulletin` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`collects` text NOT NULL,
	`collects_period` text NOT NULL,
	`state` text NOT NULL,
	`no` integer,
	`edits` text NOT NULL,
	`frozen` text,
	`approved_by` text,
	`approved_at` integer,
	`published_by` text,
	`published_at` integer,
	`head_message` text,
	`corrections` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bulletin_campaign_duty_period_idx` ON `bulletin` (`campaign`,`duty`,`period`);--> statement-breakpoint
CREATE INDEX `bulletin_campaign_state_period_idx` ON `bulletin` (`campaign`,`state`,`period`);--> statement-breakpoint
CREATE INDEX `bulletin_campaign_period_idx` ON `bulletin` (`campaign`,`period`);--> statement-breakpoint
CREATE INDEX `bulletin_campaign_collects_period_period_idx` ON `bulletin` (`campaign`,`collects_period`,`period`);--> statement-breakpoint
CREATE INDEX `bulletin_head_message_idx` ON `bulletin` (`head_message`);--> statement-breakpoint
CREATE UNIQUE INDEX `bulletin_campaign_no_idx` ON `bulletin` (`campaign`,`no`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`year` integer NOT NULL,
	`no` integer NOT NULL,
	`title` text NOT NULL,
	`ask` text NOT NULL,
	`source` text NOT NULL,
	`area` text,
	`phase` text,
	`lead` text NOT NULL,
	`helpers` text NOT NULL,
	`priority` text NOT NULL,
	`feedback` text,
	`evidence` text,
	`due_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`provisional` integer NOT NULL,
	`short_notice` integer NOT NULL,
	`state` text NOT NULL,
	`sign_by` integer NOT NULL,
	`signed_at` integer,
	`signed_by` text,
	`percent` integer NOT NULL,
	`feedback_on` text,
	`extension` text,
	`steps` text NOT NULL,
	`returned` text,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`submitted_at` integer,
	`entries` integer NOT NULL,
	`planned_through` integer NOT NULL,
	`next_step_at` integer
);
--> statement-breakpoint
CREATE INDEX `task_next_step_at_idx` ON `task` (`next_step_at`);--> statement-breakpoint
CREATE INDEX `task_campaign_state_closed_at_idx` ON `task` (`campaign`,`state`,`closed_at`);--> statement-breakpoint
CREATE INDEX `task_campaign_created_at_idx` ON `task` (`campaign`,`created_at`);--> statement-breakpoint
CREATE INDEX `task_campaign_closed_at_idx` ON `task` (`campaign`,`closed_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_campaign_year_no_idx` ON `task` (`campaign`,`year`,`no`);--> statement-breakpoint
CREATE TABLE `task_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`task` text NOT NULL,
	`no` integer NOT NULL,
	`kind` text NOT NULL,
	`unit` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`detail` text NOT NULL,
	`files` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `task_entry_campaign_at_idx` ON `task_entry` (`campaign`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_entry_task_no_idx` ON `task_entry` (`task`,`no`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes_long` integer NOT NULL,
	`moved_from` integer,
	`place` text NOT NULL,
	`state` text NOT NULL,
	`agenda` text,
	`issued_by` text,
	`issued_at` integer,
	`sequence` integer NOT NULL,
	`minutes` text,
	`year` integer,
	`no` integer,
	`reason` text,
	`planned_through` integer NOT NULL,
	`next_step_at` integer
);
--> statement-breakpoint
CREATE INDEX `consultation_next_step_at_idx` ON `consultation` (`next_step_at`);--> statement-breakpoint
CREATE INDEX `consultation_campaign_starts_at_idx` ON `consultation` (`campaign`,`starts_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_campaign_year_no_idx` ON `consultation` (`campaign`,`year`,`no`);--> statement-breakpoint
CREATE TABLE `topic` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`consultation` text NOT NULL,
	`unit` text NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`ask` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`declined` text
);
--> statement-breakpoint
CREATE INDEX `topic_consultation_at_idx` ON `topic` (`consultation`,`at`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`consultation` text NOT NULL,
	`person` text NOT NULL,
	`coming` integer NOT NULL,
	`instead` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attendance_consultation_idx` ON `attendance` (`consultation`);--> statement-breakpoint
CREATE TABLE `incident` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`year` integer NOT NULL,
	`no` integer NOT NULL,
	`unit` text,
	`what` text NOT NULL,
	`where` text NOT NULL,
	`amount` text NOT NULL,
	`people` text NOT NULL,
	`done` text NOT NULL,
	`phoned` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`acknowledged_by` text,
	`acknowledged_at` integer,
	`escalations` integer NOT NULL,
	`called` text NOT NULL,
	`joined_to` text,
	`entries` integer NOT NULL,
	`next_step_at` integer
);
--> statement-breakpoint
CREATE INDEX `incident_next_step_at_idx` ON `incident` (`next_step_at`);--> statement-breakpoint
CREATE INDEX `incident_campaign_at_idx` ON `incident` (`campaign`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `incident_campaign_year_no_idx` ON `incident` (`campaign`,`year`,`no`);--> statement-breakpoint
CREATE TABLE `incident_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`incident` text NOT NULL,
	`no` integer NOT NULL,
	`kind` text NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`person` text,
	`other` text
);
--> statement-breakpoint
CREATE INDEX `incident_entry_campaign_at_idx` ON `incident_entry` (`campaign`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `incident_entry_incident_no_idx` ON `incident_entry` (`incident`,`no`);--> statement-breakpoint
CREATE TABLE `intent` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`recipient` text NOT NULL,
	`notice` text NOT NULL,
	`about` text,
	`slot_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`bundle` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`message` text
);
--> statement-breakpoint
CREATE INDEX `intent_state_slot_at_idx` ON `intent` (`state`,`slot_at`);--> statement-breakpoint
CREATE INDEX `intent_recipient_state_slot_at_idx` ON `intent` (`recipient`,`state`,`slot_at`);--> statement-breakpoint
CREATE INDEX `intent_about_idx` ON `intent` (`about`);--> statement-breakpoint
CREATE INDEX `intent_message_idx` ON `intent` (`message`);--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`target` text NOT NULL,
	`operation` text NOT NULL,
	`updates` text,
	`after` text,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`not_before` integer NOT NULL,
	`lease_until` integer NOT NULL,
	`doubt_since` integer,
	`channel_id` text,
	`ts` text
);
--> statement-breakpoint
CREATE INDEX `message_state_not_before_created_at_id_idx` ON `message` (`state`,`not_before`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `message_state_lease_until_idx` ON `message` (`state`,`lease_until`);--> statement-breakpoint
CREATE INDEX `message_after_idx` ON `message` (`after`);--> statement-breakpoint
CREATE INDEX `message_updates_idx` ON `message` (`updates`);--> statement-breakpoint
CREATE INDEX `message_channel_id_ts_idx` ON `message` (`channel_id`,`ts`);--> statement-breakpoint
CREATE TABLE `counter` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`outcome` text
);
--> statement-breakpoint
CREATE TABLE `channel` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`campaign` text NOT NULL,
	`purpose` text NOT NULL,
	`name` text NOT NULL,
	`slack` text,
	`trouble` text
);
--> statement-breakpoint
CREATE INDEX `channel_campaign_idx` ON `channel` (`campaign`);--> statement-breakpoint
CREATE INDEX `channel_slack_idx` ON `channel` (`slack`);--> statement-breakpoint
CREATE TABLE `notice_day` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`date` text NOT NULL,
	`off` integer NOT NULL,
	`name` text NOT NULL,
	`imported_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`campaign` text NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`object` text NOT NULL,
	`unit` text,
	`detail` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_campaign_object_seq_idx` ON `audit` (`campaign`,`object`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_campaign_verb_seq_idx` ON `audit` (`campaign`,`verb`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_campaign_unit_seq_idx` ON `audit` (`campaign`,`unit`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_campaign_actor_seq_idx` ON `audit` (`campaign`,`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_campaign_seq_idx` ON `audit` (`campaign`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seq_idx` ON `audit` (`seq`);--> statement-breakpoint
CREATE TABLE `meta` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gate` (
	`id` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL,
	`paused_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_chain` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_state` (
	`id` text PRIMARY KEY NOT NULL,
	`made_for` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_doc` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`campaign` text NOT NULL,
	`kind` text NOT NULL,
	`root` text NOT NULL,
	`part` text NOT NULL,
	`at` integer NOT NULL,
	`filters` text NOT NULL,
	`plain` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_doc_root_idx` ON `search_doc` (`root`);--> statement-breakpoint
CREATE UNIQUE INDEX `search_doc_seq_idx` ON `search_doc` (`seq`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_terms` USING fts5(`terms`, content='', contentless_delete=1, detail=none, tokenize='ascii');--> statement-breakpoint
CREATE TRIGGER `search_doc_gone` AFTER DELETE ON `search_doc` BEGIN DELETE FROM `search_terms` WHERE rowid = old.`seq`; END;
