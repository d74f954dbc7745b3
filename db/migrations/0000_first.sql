CREATE TABLE `account_needs` (
	`account_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	PRIMARY KEY(`account_id`, `term_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_needs_term` ON `account_needs` (`term_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`external_id` text,
	`domain` text,
	`domain_folded` text,
	`phone` text,
	`phone_folded` text,
	`website` text,
	`website_folded` text,
	`linkedin_url` text,
	`linkedin_url_folded` text,
	`description` text,
	`description_folded` text,
	`crm_url` text,
	`crm_url_folded` text,
	`parent_id` integer,
	`family_id` integer,
	`industry` integer,
	`sub_industry` integer,
	`employees` real,
	`founded_year` real,
	`revenue` real,
	`growth_rate` real,
	`ownership` integer,
	`funding_stage` integer,
	`status` integer,
	`type` integer,
	`do_not_contact` integer,
	`country` integer,
	`state` integer,
	`region` integer,
	`metro` integer,
	`city` integer,
	`postal_code` text,
	`postal_code_folded` text,
	`time_zone` integer,
	`latitude` real,
	`longitude` real,
	`journey_stage` integer,
	`renewal_on` integer,
	`crm_owner_id` integer,
	`own_tier_id` integer,
	`score` real,
	`import_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`crm_owner_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`own_tier_id`) REFERENCES `tiers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `accounts_name_folded` ON `accounts` (`name_folded`);--> statement-breakpoint
CREATE INDEX `accounts_external_id` ON `accounts` (`external_id`);--> statement-breakpoint
CREATE INDEX `accounts_domain` ON `accounts` (`domain`);--> statement-breakpoint
CREATE INDEX `accounts_parent` ON `accounts` (`parent_id`);--> statement-breakpoint
CREATE INDEX `accounts_family` ON `accounts` (`family_id`);--> statement-breakpoint
CREATE INDEX `accounts_import` ON `accounts` (`import_id`);--> statement-breakpoint
CREATE INDEX `accounts_revenue` ON `accounts` (`revenue`);--> statement-breakpoint
CREATE TABLE `external_ids` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`system` text NOT NULL,
	`value` text NOT NULL,
	`record_id` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `external_ids_value` ON `external_ids` (`entity`,`system`,`value`);--> statement-breakpoint
CREATE INDEX `external_ids_record` ON `external_ids` (`entity`,`record_id`);--> statement-breakpoint
CREATE TABLE `value_sources` (
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`field` text NOT NULL,
	`source` text NOT NULL,
	`import_id` integer,
	`user_id` integer,
	`at` integer NOT NULL,
	`is_pinned` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`entity`, `record_id`, `field`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `value_sources_import` ON `value_sources` (`import_id`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer,
	`account_text` text,
	`contact_id` integer,
	`type` integer NOT NULL,
	`channel` integer,
	`outcome` integer,
	`campaign` integer,
	`owner_id` integer,
	`note` text,
	`external_id` text,
	`occurred_at` integer,
	`scheduled_at` integer,
	`import_id` integer,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`owner_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `activities_account` ON `activities` (`account_id`,`type`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `activities_contact` ON `activities` (`contact_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `activities_owner` ON `activities` (`owner_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `activities_import` ON `activities` (`import_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer,
	`account_text` text,
	`external_id` text,
	`name` text,
	`name_folded` text,
	`first_name` text,
	`first_name_folded` text,
	`last_name` text,
	`last_name_folded` text,
	`email` text,
	`email_folded` text,
	`email_domain` text,
	`phone` text,
	`phone_folded` text,
	`mobile` text,
	`mobile_folded` text,
	`linkedin_url` text,
	`linkedin_url_folded` text,
	`job_title` text,
	`job_title_folded` text,
	`country` integer,
	`job_function` integer,
	`seniority` integer,
	`persona` integer,
	`lead_status` integer,
	`source` integer,
	`owner_id` integer,
	`reachable` integer DEFAULT 0 NOT NULL,
	`opted_out` integer,
	`bounced` integer,
	`import_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_account` ON `contacts` (`account_id`,`reachable`,`persona`);--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`email_folded`);--> statement-breakpoint
CREATE INDEX `contacts_external_id` ON `contacts` (`external_id`);--> statement-breakpoint
CREATE INDEX `contacts_name` ON `contacts` (`name_folded`);--> statement-breakpoint
CREATE INDEX `contacts_email_domain` ON `contacts` (`email_domain`);--> statement-breakpoint
CREATE INDEX `contacts_import` ON `contacts` (`import_id`);--> statement-breakpoint
CREATE TABLE `custom_fields` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`type` text NOT NULL,
	`unit` text,
	`created_at` integer NOT NULL,
	`archived_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_fields_entity_key` ON `custom_fields` (`entity`,`key`);--> statement-breakpoint
CREATE TABLE `custom_values` (
	`id` integer PRIMARY KEY NOT NULL,
	`field_id` integer NOT NULL,
	`record_id` integer NOT NULL,
	`number` real,
	`term_id` integer,
	`day` integer,
	`text` text,
	`text_folded` text,
	FOREIGN KEY (`field_id`) REFERENCES `custom_fields`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `custom_values_record` ON `custom_values` (`field_id`,`record_id`);--> statement-breakpoint
CREATE INDEX `custom_values_number` ON `custom_values` (`field_id`,`number`);--> statement-breakpoint
CREATE INDEX `custom_values_term` ON `custom_values` (`field_id`,`term_id`);--> statement-breakpoint
CREATE TABLE `import_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_changes_import` ON `import_changes` (`import_id`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`entity` text NOT NULL,
	`header_digest` text NOT NULL,
	`options` text NOT NULL,
	`user_id` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_problems` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`line` integer NOT NULL,
	`column` text,
	`value` text,
	`code` text NOT NULL,
	`message` text NOT NULL,
	`row_rejected` integer NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_problems_import` ON `import_problems` (`import_id`,`line`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text DEFAULT 'file' NOT NULL,
	`file_name` text NOT NULL,
	`file_path` text,
	`file_bytes` integer NOT NULL,
	`entity` text,
	`status` text NOT NULL,
	`sniffed` text,
	`options` text,
	`report` text,
	`rows_read` integer DEFAULT 0 NOT NULL,
	`rows_created` integer DEFAULT 0 NOT NULL,
	`rows_updated` integer DEFAULT 0 NOT NULL,
	`rows_unchanged` integer DEFAULT 0 NOT NULL,
	`rows_rejected` integer DEFAULT 0 NOT NULL,
	`rows_with_problems` integer DEFAULT 0 NOT NULL,
	`rows_applied` integer DEFAULT 0 NOT NULL,
	`rows_total` integer DEFAULT 0 NOT NULL,
	`is_cancel_requested` integer DEFAULT 0 NOT NULL,
	`failure_reason` text,
	`user_id` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_status` ON `imports` (`status`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` integer,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer,
	`summary` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_record` ON `audit` (`entity`,`record_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_user` ON `audit` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `change_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`record_id` integer,
	`account_id` integer,
	`op` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`payload` text NOT NULL,
	`result` text,
	`error` text,
	`progress_done` integer DEFAULT 0 NOT NULL,
	`progress_total` integer DEFAULT 0 NOT NULL,
	`progress_message` text,
	`is_cancel_requested` integer DEFAULT 0 NOT NULL,
	`dedupe_key` text,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`user_id` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `jobs_status` ON `jobs` (`status`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_dedupe` ON `jobs` (`dedupe_key`,`status`);--> statement-breakpoint
CREATE TABLE `opportunities` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer,
	`account_text` text,
	`external_id` text,
	`name` text,
	`name_folded` text,
	`product_id` integer,
	`product` integer,
	`source` integer,
	`campaign` integer,
	`type` integer,
	`pipeline` integer,
	`competitor` integer,
	`loss_reason` integer,
	`forecast_category` integer,
	`stage_id` integer NOT NULL,
	`amount` real,
	`acv_amount` real,
	`term_months` real,
	`owner_id` integer,
	`created_on` integer,
	`closed_on` integer,
	`expected_close_on` integer,
	`import_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`stage_id`) REFERENCES `stages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `opportunities_account` ON `opportunities` (`account_id`,`stage_id`);--> statement-breakpoint
CREATE INDEX `opportunities_external_id` ON `opportunities` (`external_id`);--> statement-breakpoint
CREATE INDEX `opportunities_owner` ON `opportunities` (`owner_id`);--> statement-breakpoint
CREATE INDEX `opportunities_stage` ON `opportunities` (`stage_id`,`closed_on`);--> statement-breakpoint
CREATE INDEX `opportunities_created` ON `opportunities` (`created_on`);--> statement-breakpoint
CREATE INDEX `opportunities_import` ON `opportunities` (`import_id`);--> statement-breakpoint
CREATE TABLE `opportunity_contacts` (
	`opportunity_id` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`role` integer,
	PRIMARY KEY(`opportunity_id`, `contact_id`),
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `opportunity_contacts_contact` ON `opportunity_contacts` (`contact_id`);--> statement-breakpoint
CREATE TABLE `stage_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`opportunity_id` integer NOT NULL,
	`stage_id` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`import_id` integer,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stage_id`) REFERENCES `stages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `stage_changes_opportunity` ON `stage_changes` (`opportunity_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `stage_changes_import` ON `stage_changes` (`import_id`);--> statement-breakpoint
CREATE TABLE `stages` (
	`id` integer PRIMARY KEY NOT NULL,
	`pipeline` text DEFAULT '' NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`term_id` integer NOT NULL,
	`position` integer NOT NULL,
	`outcome` text NOT NULL,
	`probability_rate` real,
	`is_confirmed` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stages_pipeline_name` ON `stages` (`pipeline`,`name_folded`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`slot` text NOT NULL,
	`rep_id` integer NOT NULL,
	`reason` text,
	`source` text NOT NULL,
	`is_locked` integer DEFAULT 0 NOT NULL,
	`plan_version_id` integer,
	`from_at` integer NOT NULL,
	`to_at` integer,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_version_id`) REFERENCES `plan_versions`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignments_account` ON `assignments` (`account_id`,`slot`,`to_at`);--> statement-breakpoint
CREATE INDEX `assignments_rep` ON `assignments` (`rep_id`,`to_at`,`slot`,`account_id`);--> statement-breakpoint
CREATE TABLE `placements` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`territory_id` integer NOT NULL,
	`step` text NOT NULL,
	`reason` text,
	`from_at` integer NOT NULL,
	`to_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `placements_account` ON `placements` (`account_id`,`to_at`);--> statement-breakpoint
CREATE INDEX `placements_territory` ON `placements` (`territory_id`,`to_at`,`account_id`);--> statement-breakpoint
CREATE TABLE `plan_account_holders` (
	`plan_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`slot` text NOT NULL,
	`rep_id` integer NOT NULL,
	`is_locked` integer DEFAULT 0 NOT NULL,
	`reason` text,
	PRIMARY KEY(`plan_id`, `account_id`, `slot`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_accounts` (
	`plan_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`territory_id` integer,
	`is_locked` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`created_by_user_id` integer,
	PRIMARY KEY(`plan_id`, `account_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_accounts_territory` ON `plan_accounts` (`territory_id`);--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`number` integer NOT NULL,
	`snapshot` text NOT NULL,
	`moved_accounts` integer NOT NULL,
	`note` text,
	`effective_at` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by_user_id` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`published_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_versions_number` ON `plan_versions` (`plan_id`,`number`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`starts_on` integer,
	`ends_on` integer,
	`places_new_accounts` integer DEFAULT 0 NOT NULL,
	`is_demo` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `territories` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`parent_id` integer,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`draft` text,
	`places` text,
	`color` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `territories_plan` ON `territories` (`plan_id`,`position`);--> statement-breakpoint
CREATE TABLE `territory_holders` (
	`territory_id` integer NOT NULL,
	`slot` text NOT NULL,
	`rep_id` integer NOT NULL,
	`weight` real DEFAULT 1 NOT NULL,
	PRIMARY KEY(`territory_id`, `slot`, `rep_id`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `products` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`family` text,
	`list_price_amount` real,
	`import_id` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `products_name` ON `products` (`name_folded`);--> statement-breakpoint
CREATE TABLE `pool_members` (
	`pool_id` integer NOT NULL,
	`rep_id` integer NOT NULL,
	PRIMARY KEY(`pool_id`, `rep_id`),
	FOREIGN KEY (`pool_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `rep_tiers` (
	`rep_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	PRIMARY KEY(`rep_id`, `term_id`),
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `reps` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text DEFAULT 'rep' NOT NULL,
	`external_id` text,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`email` text,
	`email_folded` text,
	`role` integer,
	`region` integer,
	`manager_id` integer,
	`is_active` integer DEFAULT 1 NOT NULL,
	`capacity_touches` real,
	`max_accounts` real,
	`quota_amount` real,
	`ramp_rate` real,
	`import_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`manager_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `reps_name` ON `reps` (`name_folded`);--> statement-breakpoint
CREATE INDEX `reps_email` ON `reps` (`email_folded`);--> statement-breakpoint
CREATE INDEX `reps_manager` ON `reps` (`manager_id`);--> statement-breakpoint
CREATE TABLE `segment_members` (
	`id` integer PRIMARY KEY NOT NULL,
	`segment_id` integer NOT NULL,
	`record_id` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	`enter_cause` text NOT NULL,
	`leave_cause` text,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `segment_members_segment` ON `segment_members` (`segment_id`,`to_at`,`record_id`);--> statement-breakpoint
CREATE INDEX `segment_members_record` ON `segment_members` (`record_id`,`segment_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `segment_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`segment_id` integer NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`digest` text NOT NULL,
	`note` text,
	`member_count` integer,
	`published_at` integer NOT NULL,
	`published_by_user_id` integer,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`published_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `segment_versions_number` ON `segment_versions` (`segment_id`,`number`);--> statement-breakpoint
CREATE TABLE `segments` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`description` text,
	`entity` text DEFAULT 'account' NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`parent_id` integer,
	`owner_user_id` integer,
	`tier_id` integer,
	`draft` text NOT NULL,
	`published_version_id` integer,
	`fresh_at` integer,
	`last_error` text,
	`review_due_on` integer,
	`is_demo` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`retired_at` integer,
	`archived_at` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`owner_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`tier_id`) REFERENCES `tiers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`published_version_id`) REFERENCES `segment_versions`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `segments_parent` ON `segments` (`parent_id`);--> statement-breakpoint
CREATE INDEX `segments_name` ON `segments` (`name_folded`);--> statement-breakpoint
CREATE TABLE `currency_rates` (
	`currency` text PRIMARY KEY NOT NULL,
	`rate` real NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `signals` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer,
	`account_text` text,
	`contact_id` integer,
	`type` integer NOT NULL,
	`topic` integer,
	`source` integer,
	`strength` real,
	`quantity` real,
	`amount` real,
	`url` text,
	`url_folded` text,
	`external_id` text,
	`occurred_at` integer,
	`import_id` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `signals_account` ON `signals` (`account_id`,`type`,`topic`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `signals_contact` ON `signals` (`contact_id`);--> statement-breakpoint
CREATE INDEX `signals_import` ON `signals` (`import_id`);--> statement-breakpoint
CREATE TABLE `technologies` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`name` integer NOT NULL,
	`category` integer,
	`first_seen_at` integer,
	`last_seen_at` integer,
	`import_id` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `technologies_account_name` ON `technologies` (`account_id`,`name`);--> statement-breakpoint
CREATE INDEX `technologies_name` ON `technologies` (`name`,`account_id`);--> statement-breakpoint
CREATE INDEX `technologies_category` ON `technologies` (`category`,`account_id`);--> statement-breakpoint
CREATE INDEX `technologies_import` ON `technologies` (`import_id`);--> statement-breakpoint
CREATE TABLE `term_spellings` (
	`id` integer PRIMARY KEY NOT NULL,
	`term_id` integer NOT NULL,
	`spelling` text NOT NULL,
	`seen` integer NOT NULL,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `term_spellings_term_spelling` ON `term_spellings` (`term_id`,`spelling`);--> statement-breakpoint
CREATE INDEX `term_spellings_term` ON `term_spellings` (`term_id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`field` text NOT NULL,
	`label` text NOT NULL,
	`folded` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_field_folded` ON `terms` (`field`,`folded`);--> statement-breakpoint
CREATE TABLE `account_classes` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_classes_account` ON `account_classes` (`account_id`,`to_at`);--> statement-breakpoint
CREATE INDEX `account_classes_term` ON `account_classes` (`term_id`,`to_at`,`account_id`);--> statement-breakpoint
CREATE TABLE `account_tiers` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`tier_id` integer NOT NULL,
	`cause` text NOT NULL,
	`segment_id` integer,
	`from_at` integer NOT NULL,
	`to_at` integer,
	FOREIGN KEY (`tier_id`) REFERENCES `tiers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_tiers_account` ON `account_tiers` (`account_id`,`to_at`);--> statement-breakpoint
CREATE INDEX `account_tiers_tier` ON `account_tiers` (`tier_id`,`to_at`,`account_id`);--> statement-breakpoint
CREATE TABLE `tiers` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`description` text,
	`rank` integer NOT NULL,
	`touches_from` real NOT NULL,
	`touches_to` real NOT NULL,
	`channel_mix` text NOT NULL,
	`response_sla_hours` real,
	`max_accounts_per_rep` real,
	`worked_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`hint` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`request_digest` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotency_keys_user_key` ON `idempotency_keys` (`user_id`,`key`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_attempts_subject` ON `sign_in_attempts` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`leader_sees` text DEFAULT 'team' NOT NULL,
	`rep_id` integer,
	`password_hash` text,
	`session_version` integer DEFAULT 1 NOT NULL,
	`is_active` integer DEFAULT 1 NOT NULL,
	`invite_token_hash` text,
	`invite_expires_at` integer,
	`is_demo` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`last_seen_at` integer,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email_folded`);--> statement-breakpoint
CREATE INDEX `users_rep` ON `users` (`rep_id`);--> statement-breakpoint
CREATE TABLE `next_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`contact_id` integer,
	`rep_id` integer NOT NULL,
	`due_on` integer NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `next_steps_rep` ON `next_steps` (`rep_id`,`done_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `next_steps_account` ON `next_steps` (`account_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`user_id` integer,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_account` ON `notes` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`user_id` integer,
	`is_shared` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_views_page` ON `saved_views` (`page`,`user_id`);--> statement-breakpoint
CREATE TABLE `snoozes` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`rep_id` integer NOT NULL,
	`until_on` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `snoozes_rep` ON `snoozes` (`rep_id`,`ended_at`,`until_on`);