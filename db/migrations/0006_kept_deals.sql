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
