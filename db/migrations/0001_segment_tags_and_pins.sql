CREATE TABLE `segment_pins` (
	`id` integer PRIMARY KEY NOT NULL,
	`segment_id` integer NOT NULL,
	`record_id` integer NOT NULL,
	`side` text NOT NULL,
	`reason` text NOT NULL,
	`from_at` integer NOT NULL,
	`expires_at` integer,
	`to_at` integer,
	`created_by_user_id` integer,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `segment_pins_segment` ON `segment_pins` (`segment_id`,`side`,`to_at`,`record_id`);--> statement-breakpoint
CREATE INDEX `segment_pins_record` ON `segment_pins` (`record_id`,`segment_id`);--> statement-breakpoint
CREATE TABLE `segment_tags` (
	`segment_id` integer NOT NULL,
	`label` text NOT NULL,
	`label_folded` text NOT NULL,
	PRIMARY KEY(`segment_id`, `label_folded`),
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `segment_tags_label` ON `segment_tags` (`label_folded`);--> statement-breakpoint
ALTER TABLE `segments` ADD `kind` text DEFAULT 'rule' NOT NULL;