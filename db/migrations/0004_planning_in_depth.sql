CREATE TABLE `account_requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`slot` text NOT NULL,
	`from_rep_id` integer,
	`to_rep_id` integer,
	`kind` text DEFAULT 'other' NOT NULL,
	`reason` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`asked_by_user_id` integer,
	`asked_at` integer NOT NULL,
	`decided_by_user_id` integer,
	`decided_at` integer,
	`answer` text,
	`given_to_rep_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`to_rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`asked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`given_to_rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_requests_status` ON `account_requests` (`status`,`asked_at`);--> statement-breakpoint
CREATE INDEX `account_requests_account` ON `account_requests` (`account_id`);--> statement-breakpoint
CREATE TABLE `holdovers` (
	`id` integer PRIMARY KEY NOT NULL,
	`opportunity_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`slot` text NOT NULL,
	`rep_id` integer NOT NULL,
	`until_on` integer,
	`reason` text,
	`plan_version_id` integer,
	`created_by_user_id` integer,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_version_id`) REFERENCES `plan_versions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `holdovers_account` ON `holdovers` (`account_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `holdovers_rep` ON `holdovers` (`rep_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `holdovers_opportunity` ON `holdovers` (`opportunity_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `plan_approvals` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`plan_version` integer NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`note` text,
	`effective_at` integer,
	`asked_by_user_id` integer,
	`asked_at` integer NOT NULL,
	`decided_by_user_id` integer,
	`decided_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_approvals_plan` ON `plan_approvals` (`plan_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `plan_comments` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`approval_id` integer,
	`body` text NOT NULL,
	`user_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`approval_id`) REFERENCES `plan_approvals`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_comments_plan` ON `plan_comments` (`plan_id`,`at`);--> statement-breakpoint
CREATE TABLE `plan_holdovers` (
	`plan_id` integer NOT NULL,
	`opportunity_id` integer NOT NULL,
	`until_on` integer,
	`reason` text,
	`created_by_user_id` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `opportunity_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
DROP INDEX `accounts_revenue`;--> statement-breakpoint
ALTER TABLE `plan_versions` ADD `took_effect_at` integer;--> statement-breakpoint
ALTER TABLE `plan_versions` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `plans` ADD `scenario_of_plan_id` integer REFERENCES plans(id);--> statement-breakpoint
ALTER TABLE `plans` ADD `note` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `rebased_at` integer;--> statement-breakpoint
ALTER TABLE `plans` ADD `base` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `created_by_user_id` integer REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `plans` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `territories` ADD `origin_id` integer;--> statement-breakpoint
UPDATE `plan_versions` SET `took_effect_at` = `effective_at`;
