DROP INDEX `accounts_parent`;--> statement-breakpoint
CREATE INDEX `accounts_archived` ON `accounts` (`archived_at`) WHERE archived_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `accounts_parent` ON `accounts` (`parent_id`) WHERE parent_id IS NOT NULL;--> statement-breakpoint
DROP INDEX `signals_contact`;--> statement-breakpoint
CREATE INDEX `signals_contact` ON `signals` (`contact_id`) WHERE contact_id IS NOT NULL;