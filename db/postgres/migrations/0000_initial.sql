CREATE TABLE "campaign" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"definition" text COLLATE "C" NOT NULL,
	"definition_no" bigint NOT NULL,
	"planned_no" bigint NOT NULL,
	"planned_from" bigint,
	"imported_at" bigint NOT NULL,
	"known_since" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C",
	"slack" text COLLATE "C",
	"dm" text COLLATE "C",
	"language" text COLLATE "C",
	"locale" text COLLATE "C",
	"trouble" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "leave" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"from" text COLLATE "C" NOT NULL,
	"to" text COLLATE "C" NOT NULL,
	"entered_by" text COLLATE "C" NOT NULL,
	"deputy" text COLLATE "C",
	"cancelled" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "amendment" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"patches" text COLLATE "C" NOT NULL,
	"changes" text COLLATE "C" NOT NULL,
	"proposed_by" text COLLATE "C" NOT NULL,
	"proposed_at" bigint NOT NULL,
	"made_by" text COLLATE "C",
	"made_at" bigint,
	"undone_by" text COLLATE "C",
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "setup" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"values" text COLLATE "C" NOT NULL,
	"saved_at" bigint NOT NULL,
	"campaign" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "duty_mark" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C" NOT NULL,
	"opened_through" bigint NOT NULL,
	"next_open_at" bigint
);
--> statement-breakpoint
CREATE TABLE "obligation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"period_from" text COLLATE "C" NOT NULL,
	"period_to" text COLLATE "C" NOT NULL,
	"opens_at" bigint NOT NULL,
	"wanted_on" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"due_at" bigint NOT NULL,
	"grace_minutes" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"missed_at" bigint NOT NULL,
	"shifted_by" text COLLATE "C",
	"provisional" boolean NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"waiver" text COLLATE "C",
	"return_due_at" bigint,
	"first_filed_at" bigint,
	"refiled_at" bigint,
	"latest_no" bigint NOT NULL,
	"nil" boolean NOT NULL,
	"figures" text COLLATE "C" NOT NULL,
	"dispute" text COLLATE "C",
	"short_notice" boolean NOT NULL,
	"planned_through" bigint NOT NULL,
	"next_step_at" bigint
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"obligation" text COLLATE "C" NOT NULL,
	"no" bigint NOT NULL,
	"nil" boolean NOT NULL,
	"content" text COLLATE "C" NOT NULL,
	"filed_by" text COLLATE "C" NOT NULL,
	"filed_at" bigint NOT NULL,
	"phoned_by" text COLLATE "C",
	"after_close" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"obligation" text COLLATE "C" NOT NULL,
	"content" text COLLATE "C" NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snooze" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"obligation" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulletin" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"collects" text COLLATE "C" NOT NULL,
	"collects_period" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"no" bigint,
	"edits" text COLLATE "C" NOT NULL,
	"frozen" text COLLATE "C",
	"approved_by" text COLLATE "C",
	"approved_at" bigint,
	"published_by" text COLLATE "C",
	"published_at" bigint,
	"head_message" text COLLATE "C",
	"corrections" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"year" bigint NOT NULL,
	"no" bigint NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"ask" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"area" text COLLATE "C",
	"phase" text COLLATE "C",
	"lead" text COLLATE "C" NOT NULL,
	"helpers" text COLLATE "C" NOT NULL,
	"priority" text COLLATE "C" NOT NULL,
	"feedback" text COLLATE "C",
	"evidence" text COLLATE "C",
	"due_at" bigint NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"provisional" boolean NOT NULL,
	"short_notice" boolean NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"sign_by" bigint NOT NULL,
	"signed_at" bigint,
	"signed_by" text COLLATE "C",
	"percent" bigint NOT NULL,
	"feedback_on" text COLLATE "C",
	"extension" text COLLATE "C",
	"steps" text COLLATE "C" NOT NULL,
	"returned" text COLLATE "C",
	"closed_at" bigint,
	"created_at" bigint NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"submitted_at" bigint,
	"entries" bigint NOT NULL,
	"planned_through" bigint NOT NULL,
	"next_step_at" bigint
);
--> statement-breakpoint
CREATE TABLE "task_entry" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"task" text COLLATE "C" NOT NULL,
	"no" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"detail" text COLLATE "C" NOT NULL,
	"files" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"duty" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"starts_at" bigint NOT NULL,
	"minutes_long" bigint NOT NULL,
	"moved_from" bigint,
	"place" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"agenda" text COLLATE "C",
	"issued_by" text COLLATE "C",
	"issued_at" bigint,
	"sequence" bigint NOT NULL,
	"minutes" text COLLATE "C",
	"year" bigint,
	"no" bigint,
	"reason" text COLLATE "C",
	"planned_through" bigint NOT NULL,
	"next_step_at" bigint
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"consultation" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"ask" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"declined" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"consultation" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"coming" boolean NOT NULL,
	"instead" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"year" bigint NOT NULL,
	"no" bigint NOT NULL,
	"unit" text COLLATE "C",
	"what" text COLLATE "C" NOT NULL,
	"where" text COLLATE "C" NOT NULL,
	"amount" text COLLATE "C" NOT NULL,
	"people" text COLLATE "C" NOT NULL,
	"done" text COLLATE "C" NOT NULL,
	"phoned" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"acknowledged_by" text COLLATE "C",
	"acknowledged_at" bigint,
	"escalations" bigint NOT NULL,
	"called" text COLLATE "C" NOT NULL,
	"joined_to" text COLLATE "C",
	"entries" bigint NOT NULL,
	"next_step_at" bigint
);
--> statement-breakpoint
CREATE TABLE "incident_entry" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"incident" text COLLATE "C" NOT NULL,
	"no" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C",
	"at" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C",
	"other" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "intent" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"notice" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C",
	"slot_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"bundle" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"message" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"target" text COLLATE "C" NOT NULL,
	"operation" text COLLATE "C" NOT NULL,
	"updates" text COLLATE "C",
	"after" text COLLATE "C",
	"content" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"attempts" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"not_before" bigint NOT NULL,
	"lease_until" bigint NOT NULL,
	"doubt_since" bigint,
	"channel_id" text COLLATE "C",
	"ts" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"at" bigint NOT NULL,
	"outcome" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"slack" text COLLATE "C",
	"trouble" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "notice_day" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"off" boolean NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"imported_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"at" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"verb" text COLLATE "C" NOT NULL,
	"object" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"detail" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gate" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"next_at" bigint NOT NULL,
	"paused_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_state" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"made_for" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_doc" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"root" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"filters" text COLLATE "C" NOT NULL,
	"plain" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "person_slack_idx" ON "person" USING btree ("slack");--> statement-breakpoint
CREATE INDEX "person_email_idx" ON "person" USING btree ("email");--> statement-breakpoint
CREATE INDEX "leave_campaign_person_idx" ON "leave" USING btree ("campaign","person");--> statement-breakpoint
CREATE INDEX "amendment_campaign_proposed_at_idx" ON "amendment" USING btree ("campaign","proposed_at");--> statement-breakpoint
CREATE INDEX "duty_mark_next_open_at_idx" ON "duty_mark" USING btree ("next_open_at");--> statement-breakpoint
CREATE INDEX "duty_mark_campaign_duty_idx" ON "duty_mark" USING btree ("campaign","duty");--> statement-breakpoint
CREATE INDEX "obligation_next_step_at_idx" ON "obligation" USING btree ("next_step_at");--> statement-breakpoint
CREATE INDEX "obligation_campaign_unit_state_idx" ON "obligation" USING btree ("campaign","unit","state");--> statement-breakpoint
CREATE INDEX "obligation_campaign_unit_duty_due_at_idx" ON "obligation" USING btree ("campaign","unit","duty","due_at");--> statement-breakpoint
CREATE INDEX "obligation_campaign_duty_due_at_idx" ON "obligation" USING btree ("campaign","duty","due_at");--> statement-breakpoint
CREATE INDEX "obligation_campaign_state_idx" ON "obligation" USING btree ("campaign","state");--> statement-breakpoint
CREATE UNIQUE INDEX "obligation_campaign_duty_period_unit_idx" ON "obligation" USING btree ("campaign","duty","period","unit");--> statement-breakpoint
CREATE INDEX "submission_campaign_filed_at_idx" ON "submission" USING btree ("campaign","filed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_obligation_no_idx" ON "submission" USING btree ("obligation","no");--> statement-breakpoint
CREATE INDEX "draft_person_obligation_idx" ON "draft" USING btree ("person","obligation");--> statement-breakpoint
CREATE INDEX "draft_obligation_idx" ON "draft" USING btree ("obligation");--> statement-breakpoint
CREATE INDEX "snooze_obligation_person_idx" ON "snooze" USING btree ("obligation","person");--> statement-breakpoint
CREATE INDEX "bulletin_campaign_duty_period_idx" ON "bulletin" USING btree ("campaign","duty","period");--> statement-breakpoint
CREATE INDEX "bulletin_campaign_state_period_idx" ON "bulletin" USING btree ("campaign","state","period");--> statement-breakpoint
CREATE INDEX "bulletin_campaign_period_idx" ON "bulletin" USING btree ("campaign","period");--> statement-breakpoint
CREATE INDEX "bulletin_campaign_collects_period_period_idx" ON "bulletin" USING btree ("campaign","collects_period","period");--> statement-breakpoint
CREATE INDEX "bulletin_head_message_idx" ON "bulletin" USING btree ("head_message");--> statement-breakpoint
CREATE UNIQUE INDEX "bulletin_campaign_no_idx" ON "bulletin" USING btree ("campaign","no");--> statement-breakpoint
CREATE INDEX "task_next_step_at_idx" ON "task" USING btree ("next_step_at");--> statement-breakpoint
CREATE INDEX "task_campaign_state_closed_at_idx" ON "task" USING btree ("campaign","state","closed_at");--> statement-breakpoint
CREATE INDEX "task_campaign_created_at_idx" ON "task" USING btree ("campaign","created_at");--> statement-breakpoint
CREATE INDEX "task_campaign_closed_at_idx" ON "task" USING btree ("campaign","closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "task_campaign_year_no_idx" ON "task" USING btree ("campaign","year","no");--> statement-breakpoint
CREATE INDEX "task_entry_campaign_at_idx" ON "task_entry" USING btree ("campaign","at");--> statement-breakpoint
CREATE UNIQUE INDEX "task_entry_task_no_idx" ON "task_entry" USING btree ("task","no");--> statement-breakpoint
CREATE INDEX "consultation_next_step_at_idx" ON "consultation" USING btree ("next_step_at");--> statement-breakpoint
CREATE INDEX "consultation_campaign_starts_at_idx" ON "consultation" USING btree ("campaign","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_campaign_year_no_idx" ON "consultation" USING btree ("campaign","year","no");--> statement-breakpoint
CREATE INDEX "topic_consultation_at_idx" ON "topic" USING btree ("consultation","at");--> statement-breakpoint
CREATE INDEX "attendance_consultation_idx" ON "attendance" USING btree ("consultation");--> statement-breakpoint
CREATE INDEX "incident_next_step_at_idx" ON "incident" USING btree ("next_step_at");--> statement-breakpoint
CREATE INDEX "incident_campaign_at_idx" ON "incident" USING btree ("campaign","at");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_campaign_year_no_idx" ON "incident" USING btree ("campaign","year","no");--> statement-breakpoint
CREATE INDEX "incident_entry_campaign_at_idx" ON "incident_entry" USING btree ("campaign","at");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_entry_incident_no_idx" ON "incident_entry" USING btree ("incident","no");--> statement-breakpoint
CREATE INDEX "intent_state_slot_at_idx" ON "intent" USING btree ("state","slot_at");--> statement-breakpoint
CREATE INDEX "intent_recipient_state_slot_at_idx" ON "intent" USING btree ("recipient","state","slot_at");--> statement-breakpoint
CREATE INDEX "intent_about_idx" ON "intent" USING btree ("about");--> statement-breakpoint
CREATE INDEX "intent_message_idx" ON "intent" USING btree ("message");--> statement-breakpoint
CREATE INDEX "message_state_not_before_created_at_id_idx" ON "message" USING btree ("state","not_before","created_at","id");--> statement-breakpoint
CREATE INDEX "message_state_lease_until_idx" ON "message" USING btree ("state","lease_until");--> statement-breakpoint
CREATE INDEX "message_after_idx" ON "message" USING btree ("after");--> statement-breakpoint
CREATE INDEX "message_updates_idx" ON "message" USING btree ("updates");--> statement-breakpoint
CREATE INDEX "message_channel_id_ts_idx" ON "message" USING btree ("channel_id","ts");--> statement-breakpoint
CREATE INDEX "channel_campaign_idx" ON "channel" USING btree ("campaign");--> statement-breakpoint
CREATE INDEX "channel_slack_idx" ON "channel" USING btree ("slack");--> statement-breakpoint
CREATE INDEX "audit_campaign_object_seq_idx" ON "audit" USING btree ("campaign","object","seq");--> statement-breakpoint
CREATE INDEX "audit_campaign_verb_seq_idx" ON "audit" USING btree ("campaign","verb","seq");--> statement-breakpoint
CREATE INDEX "audit_campaign_unit_seq_idx" ON "audit" USING btree ("campaign","unit","seq");--> statement-breakpoint
CREATE INDEX "audit_campaign_actor_seq_idx" ON "audit" USING btree ("campaign","actor","seq");--> statement-breakpoint
CREATE INDEX "audit_campaign_seq_idx" ON "audit" USING btree ("campaign","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seq_idx" ON "audit" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "search_doc_root_idx" ON "search_doc" USING btree ("root");--> statement-breakpoint
CREATE UNIQUE INDEX "search_doc_seq_idx" ON "search_doc" USING btree ("seq");--> statement-breakpoint
CREATE SEQUENCE "search_doc_seq";--> statement-breakpoint
CREATE TABLE "search_terms" (
	"seq" bigint PRIMARY KEY NOT NULL REFERENCES "search_doc" ("seq") ON DELETE CASCADE,
	"terms" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_terms_terms_gin" ON "search_terms" USING gin ("terms") WITH (fastupdate = off);
