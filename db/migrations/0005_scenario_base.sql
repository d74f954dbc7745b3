ALTER TABLE `plans` ADD `base` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `created_by_user_id` integer REFERENCES users(id);