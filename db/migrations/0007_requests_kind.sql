ALTER TABLE `account_requests` ADD `kind` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `account_requests` ADD `given_to_rep_id` integer REFERENCES reps(id) ON DELETE SET NULL;