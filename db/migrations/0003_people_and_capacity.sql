CREATE TABLE `rep_absences` (
	`id` integer PRIMARY KEY NOT NULL,
	`rep_id` integer NOT NULL,
	`from_on` integer NOT NULL,
	`to_on` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `rep_absences_rep` ON `rep_absences` (`rep_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `rep_languages` (
	`rep_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	PRIMARY KEY(`rep_id`, `term_id`),
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `rep_regions` (
	`rep_id` integer NOT NULL,
	`term_id` integer NOT NULL,
	PRIMARY KEY(`rep_id`, `term_id`),
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `rep_segments` (
	`rep_id` integer NOT NULL,
	`segment_id` integer NOT NULL,
	PRIMARY KEY(`rep_id`, `segment_id`),
	FOREIGN KEY (`rep_id`) REFERENCES `reps`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `role_capacity` (
	`role_id` integer PRIMARY KEY NOT NULL,
	`ramp_curve` text NOT NULL,
	`attrition_rate` real DEFAULT 0 NOT NULL,
	`touch_hours` real NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `reps` ADD `capacity_hours` real;--> statement-breakpoint
ALTER TABLE `reps` ADD `starts_on` integer;--> statement-breakpoint
ALTER TABLE `reps` ADD `ends_on` integer;--> statement-breakpoint
ALTER TABLE `reps` ADD `is_opening` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reps` ADD `home_city` text;--> statement-breakpoint
ALTER TABLE `reps` ADD `home_city_folded` text;--> statement-breakpoint
ALTER TABLE `reps` ADD `home_state` integer;--> statement-breakpoint
ALTER TABLE `reps` ADD `home_country` integer;