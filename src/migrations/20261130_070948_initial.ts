import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`inquiries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`chosen_name\` text NOT NULL,
  	\`last_name\` text,
  	\`date_of_birth\` text,
  	\`email\` text,
  	\`phone\` text,
  	\`contact_preference\` text DEFAULT 'email',
  	\`best_times\` text,
  	\`may_leave_voicemail\` integer DEFAULT false,
  	\`may_text\` integer DEFAULT false,
  	\`may_email\` integer DEFAULT false,
  	\`is_minor\` integer DEFAULT false,
  	\`guardian_name\` text,
  	\`language\` text,
  	\`access_needs\` text,
  	\`service_id\` text(36),
  	\`format\` text DEFAULT 'either',
  	\`payer_id\` text(36),
  	\`state\` text,
  	\`referral_source\` text,
  	\`not_emergency\` integer DEFAULT false,
  	\`safety_action\` text,
  	\`wait_told\` text,
  	\`waitlisted_on\` text,
  	\`next_check_in_on\` text,
  	\`booked_at\` text,
  	\`intake_starts_at\` text,
  	\`decline_reason\` text,
  	\`referred_to\` text,
  	\`close_reason\` text,
  	\`source\` text,
  	\`landing_page\` text,
  	\`utm_source\` text,
  	\`utm_medium\` text,
  	\`utm_campaign\` text,
  	\`utm_content\` text,
  	\`status\` text DEFAULT 'new' NOT NULL,
  	\`tier\` text,
  	\`must_act_today\` integer DEFAULT false,
  	\`is_suspected_spam\` integer DEFAULT false,
  	\`received_at\` text,
  	\`first_response_due_at\` text,
  	\`responded_at\` text,
  	\`matched_clinician_id\` text(36),
  	\`patient_id\` text(36),
  	\`possible_duplicate_of\` text,
  	\`is_new_person\` integer DEFAULT false,
  	\`display_name\` text,
  	\`email_key\` text,
  	\`phone_key\` text,
  	\`intake_zone\` text,
  	\`intake_key\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`matched_clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`inquiries_last_name_idx\` ON \`inquiries\` (\`last_name\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_email_idx\` ON \`inquiries\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_phone_idx\` ON \`inquiries\` (\`phone\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_service_idx\` ON \`inquiries\` (\`service_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_payer_idx\` ON \`inquiries\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_referral_source_idx\` ON \`inquiries\` (\`referral_source\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_intake_starts_at_idx\` ON \`inquiries\` (\`intake_starts_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_source_idx\` ON \`inquiries\` (\`source\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_status_idx\` ON \`inquiries\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_tier_idx\` ON \`inquiries\` (\`tier\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_is_suspected_spam_idx\` ON \`inquiries\` (\`is_suspected_spam\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_received_at_idx\` ON \`inquiries\` (\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_first_response_due_at_idx\` ON \`inquiries\` (\`first_response_due_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_matched_clinician_idx\` ON \`inquiries\` (\`matched_clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_patient_idx\` ON \`inquiries\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_display_name_idx\` ON \`inquiries\` (\`display_name\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_email_key_idx\` ON \`inquiries\` (\`email_key\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_phone_key_idx\` ON \`inquiries\` (\`phone_key\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_intake_key_idx\` ON \`inquiries\` (\`intake_key\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_record_uid_idx\` ON \`inquiries\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_pending_action_idx\` ON \`inquiries\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_last_action_idx\` ON \`inquiries\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_updated_at_idx\` ON \`inquiries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`inquiries_created_at_idx\` ON \`inquiries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_firstResponseDueAt_idx\` ON \`inquiries\` (\`status\`,\`first_response_due_at\`);`)
  await db.run(sql`CREATE TABLE \`waitlist_entries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`inquiry_id\` text(36) NOT NULL,
  	\`patient_id\` text(36),
  	\`tier\` text NOT NULL,
  	\`added_on\` text NOT NULL,
  	\`next_check_in_on\` text,
  	\`estimated_wait_told\` text,
  	\`status\` text DEFAULT 'waiting' NOT NULL,
  	\`close_reason\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`inquiry_id\`) REFERENCES \`inquiries\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`waitlist_entries_unique_key_idx\` ON \`waitlist_entries\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_inquiry_idx\` ON \`waitlist_entries\` (\`inquiry_id\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_patient_idx\` ON \`waitlist_entries\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_tier_idx\` ON \`waitlist_entries\` (\`tier\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_added_on_idx\` ON \`waitlist_entries\` (\`added_on\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_next_check_in_on_idx\` ON \`waitlist_entries\` (\`next_check_in_on\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_status_idx\` ON \`waitlist_entries\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_pending_action_idx\` ON \`waitlist_entries\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_last_action_idx\` ON \`waitlist_entries\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_updated_at_idx\` ON \`waitlist_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`waitlist_entries_created_at_idx\` ON \`waitlist_entries\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`referrers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`organization\` text,
  	\`kind\` text DEFAULT 'doctor',
  	\`phone\` text,
  	\`email\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`referrers_name_idx\` ON \`referrers\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`referrers_organization_idx\` ON \`referrers\` (\`organization\`);`)
  await db.run(sql`CREATE INDEX \`referrers_kind_idx\` ON \`referrers\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`referrers_last_action_idx\` ON \`referrers\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`referrers_updated_at_idx\` ON \`referrers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`referrers_created_at_idx\` ON \`referrers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`patients\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`first_name\` text NOT NULL,
  	\`middle_name\` text,
  	\`last_name\` text NOT NULL,
  	\`chosen_name\` text,
  	\`pronouns\` text,
  	\`display_name\` text,
  	\`date_of_birth\` text,
  	\`sex\` text DEFAULT 'U',
  	\`preferred_language\` text DEFAULT 'English',
  	\`needs_interpreter\` integer DEFAULT false,
  	\`emergency_name\` text,
  	\`emergency_relationship\` text,
  	\`emergency_phone\` text,
  	\`parents\` text,
  	\`custody_document_id\` text(36),
  	\`custody_reviewed_at\` text,
  	\`custody_reviewed_by_id\` text(36),
  	\`email\` text,
  	\`phone\` text,
  	\`contact_preference\` text DEFAULT 'portal',
  	\`may_leave_voicemail\` integer DEFAULT false,
  	\`may_text\` integer DEFAULT false,
  	\`may_email\` integer DEFAULT false,
  	\`address_line1\` text,
  	\`address_line2\` text,
  	\`city\` text,
  	\`region\` text,
  	\`postal_code\` text,
  	\`private_phone\` text,
  	\`private_email\` text,
  	\`private_address\` text,
  	\`no_email\` integer DEFAULT false,
  	\`is_neutral_outside\` integer DEFAULT false,
  	\`referral_source\` text,
  	\`registered_on\` text,
  	\`record_number\` text,
  	\`assessed_on\` text,
  	\`is_self_pay\` integer DEFAULT false,
  	\`statement_hold\` integer DEFAULT false,
  	\`status\` text DEFAULT 'prospective' NOT NULL,
  	\`is_part2\` integer DEFAULT false,
  	\`safety_banner\` integer DEFAULT false,
  	\`risk_level\` text,
  	\`primary_clinician_id\` text(36),
  	\`location_id\` text(36),
  	\`unique_key\` text,
  	\`email_key\` text,
  	\`phone_key\` text,
  	\`search_text\` text,
  	\`name_key\` text,
  	\`inquiry_id\` text(36),
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`custody_document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`custody_reviewed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`primary_clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`inquiry_id\`) REFERENCES \`inquiries\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`patients_display_name_idx\` ON \`patients\` (\`display_name\`);`)
  await db.run(sql`CREATE INDEX \`patients_date_of_birth_idx\` ON \`patients\` (\`date_of_birth\`);`)
  await db.run(sql`CREATE INDEX \`patients_custody_document_idx\` ON \`patients\` (\`custody_document_id\`);`)
  await db.run(sql`CREATE INDEX \`patients_custody_reviewed_by_idx\` ON \`patients\` (\`custody_reviewed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`patients_email_idx\` ON \`patients\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`patients_phone_idx\` ON \`patients\` (\`phone\`);`)
  await db.run(sql`CREATE INDEX \`patients_record_number_idx\` ON \`patients\` (\`record_number\`);`)
  await db.run(sql`CREATE INDEX \`patients_status_idx\` ON \`patients\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`patients_is_part2_idx\` ON \`patients\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`patients_primary_clinician_idx\` ON \`patients\` (\`primary_clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`patients_location_idx\` ON \`patients\` (\`location_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`patients_unique_key_idx\` ON \`patients\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`patients_email_key_idx\` ON \`patients\` (\`email_key\`);`)
  await db.run(sql`CREATE INDEX \`patients_phone_key_idx\` ON \`patients\` (\`phone_key\`);`)
  await db.run(sql`CREATE INDEX \`patients_search_text_idx\` ON \`patients\` (\`search_text\`);`)
  await db.run(sql`CREATE INDEX \`patients_name_key_idx\` ON \`patients\` (\`name_key\`);`)
  await db.run(sql`CREATE INDEX \`patients_inquiry_idx\` ON \`patients\` (\`inquiry_id\`);`)
  await db.run(sql`CREATE INDEX \`patients_pending_action_idx\` ON \`patients\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`patients_last_action_idx\` ON \`patients\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`patients_updated_at_idx\` ON \`patients\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`patients_created_at_idx\` ON \`patients\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_lastName_createdAt_idx\` ON \`patients\` (\`status\`,\`last_name\`,\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`lastName_createdAt_idx\` ON \`patients\` (\`last_name\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`related_persons\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`relationship\` text NOT NULL,
  	\`phone\` text,
  	\`email\` text,
  	\`is_emergency_contact\` integer DEFAULT false,
  	\`is_guardian\` integer DEFAULT false,
  	\`may_access_portal\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`related_persons_patient_idx\` ON \`related_persons\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`related_persons_is_emergency_contact_idx\` ON \`related_persons\` (\`is_emergency_contact\`);`)
  await db.run(sql`CREATE INDEX \`related_persons_last_action_idx\` ON \`related_persons\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`related_persons_updated_at_idx\` ON \`related_persons\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`related_persons_created_at_idx\` ON \`related_persons\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`proxies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`related_person_id\` text(36) NOT NULL,
  	\`name\` text,
  	\`patient_name\` text,
  	\`basis\` text NOT NULL,
  	\`document_id\` text(36),
  	\`may_read_records\` integer DEFAULT false,
  	\`may_book\` integer DEFAULT false,
  	\`may_billing\` integer DEFAULT false,
  	\`may_consent\` integer DEFAULT false,
  	\`starts_on\` text,
  	\`ends_on\` text,
  	\`status\` text DEFAULT 'proposed' NOT NULL,
  	\`portal_user_id\` text(36),
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`ended_at\` text,
  	\`end_reason\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`related_person_id\`) REFERENCES \`related_persons\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`portal_user_id\`) REFERENCES \`portal_users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`proxies_unique_key_idx\` ON \`proxies\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`proxies_patient_idx\` ON \`proxies\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`proxies_related_person_idx\` ON \`proxies\` (\`related_person_id\`);`)
  await db.run(sql`CREATE INDEX \`proxies_document_idx\` ON \`proxies\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`proxies_status_idx\` ON \`proxies\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`proxies_portal_user_idx\` ON \`proxies\` (\`portal_user_id\`);`)
  await db.run(sql`CREATE INDEX \`proxies_approved_by_idx\` ON \`proxies\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`proxies_record_uid_idx\` ON \`proxies\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`proxies_pending_action_idx\` ON \`proxies\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`proxies_last_action_idx\` ON \`proxies\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`proxies_updated_at_idx\` ON \`proxies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`proxies_created_at_idx\` ON \`proxies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`packet_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`appointment_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`reference\` text,
  	\`order\` numeric DEFAULT 0,
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`done_at\` text,
  	\`episode_id\` text(36),
  	\`waived_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`waived_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`packet_items_unique_key_idx\` ON \`packet_items\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_patient_idx\` ON \`packet_items\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_appointment_idx\` ON \`packet_items\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_kind_idx\` ON \`packet_items\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_status_idx\` ON \`packet_items\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_episode_idx\` ON \`packet_items\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_waived_by_idx\` ON \`packet_items\` (\`waived_by_id\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_record_uid_idx\` ON \`packet_items\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_pending_action_idx\` ON \`packet_items\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_last_action_idx\` ON \`packet_items\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_updated_at_idx\` ON \`packet_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`packet_items_created_at_idx\` ON \`packet_items\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`consent_templates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`version\` numeric,
  	\`is_active\` integer DEFAULT false,
  	\`effective_on\` text,
  	\`content_hash\` text,
  	\`version_key\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`consent_templates_kind_idx\` ON \`consent_templates\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`consent_templates_version_idx\` ON \`consent_templates\` (\`version\`);`)
  await db.run(sql`CREATE INDEX \`consent_templates_is_active_idx\` ON \`consent_templates\` (\`is_active\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`consent_templates_version_key_idx\` ON \`consent_templates\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`consent_templates_pending_action_idx\` ON \`consent_templates\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`consent_templates_last_action_idx\` ON \`consent_templates\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`consent_templates_updated_at_idx\` ON \`consent_templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consent_templates_created_at_idx\` ON \`consent_templates\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`consents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`template_id\` text(36) NOT NULL,
  	\`kind\` text,
  	\`title\` text,
  	\`version\` numeric,
  	\`text_hash\` text,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`signed_at\` text,
  	\`signer_name\` text,
  	\`signer_kind\` text,
  	\`signer_basis\` text,
  	\`occasion\` text,
  	\`episode_id\` text(36),
  	\`witness_id\` text(36),
  	\`refused_at\` text,
  	\`withdrawn_at\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`template_id\`) REFERENCES \`consent_templates\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`witness_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`consents_unique_key_idx\` ON \`consents\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`consents_patient_idx\` ON \`consents\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`consents_template_idx\` ON \`consents\` (\`template_id\`);`)
  await db.run(sql`CREATE INDEX \`consents_kind_idx\` ON \`consents\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`consents_status_idx\` ON \`consents\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`consents_episode_idx\` ON \`consents\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`consents_witness_idx\` ON \`consents\` (\`witness_id\`);`)
  await db.run(sql`CREATE INDEX \`consents_record_uid_idx\` ON \`consents\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`consents_pending_action_idx\` ON \`consents\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`consents_last_action_idx\` ON \`consents\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`consents_updated_at_idx\` ON \`consents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consents_created_at_idx\` ON \`consents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`care_team_assignments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`role\` text DEFAULT 'primary' NOT NULL,
  	\`starts_on\` text NOT NULL,
  	\`ends_on\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`care_team_assignments_unique_key_idx\` ON \`care_team_assignments\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`care_team_assignments_patient_idx\` ON \`care_team_assignments\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`care_team_assignments_staff_idx\` ON \`care_team_assignments\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`care_team_assignments_pending_action_idx\` ON \`care_team_assignments\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`care_team_assignments_last_action_idx\` ON \`care_team_assignments\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`care_team_assignments_updated_at_idx\` ON \`care_team_assignments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`care_team_assignments_created_at_idx\` ON \`care_team_assignments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_patient_idx\` ON \`care_team_assignments\` (\`staff_id\`,\`patient_id\`);`)
  await db.run(sql`CREATE TABLE \`care_episodes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`consent_basis\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`law_key\` text NOT NULL,
  	\`citation\` text,
  	\`age_at_start\` numeric,
  	\`session_limit\` numeric,
  	\`session_minutes\` numeric,
  	\`is_mature_enough\` integer,
  	\`clinician_id\` text(36),
  	\`consulted_with_id\` text(36),
  	\`consulted_at\` text,
  	\`opened_at\` text,
  	\`closed_at\` text,
  	\`is_open_to_proxies\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`consulted_with_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`care_episodes_unique_key_idx\` ON \`care_episodes\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_patient_idx\` ON \`care_episodes\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_status_idx\` ON \`care_episodes\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_clinician_idx\` ON \`care_episodes\` (\`clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_consulted_with_idx\` ON \`care_episodes\` (\`consulted_with_id\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_record_uid_idx\` ON \`care_episodes\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_pending_action_idx\` ON \`care_episodes\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_last_action_idx\` ON \`care_episodes\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_updated_at_idx\` ON \`care_episodes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`care_episodes_created_at_idx\` ON \`care_episodes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`appointments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`minutes\` numeric NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`clinician_id\` text(36) NOT NULL,
  	\`location_id\` text(36) NOT NULL,
  	\`room_id\` text(36),
  	\`service_date\` text NOT NULL,
  	\`zone\` text NOT NULL,
  	\`cancel_kind\` text,
  	\`cancelled_at\` text,
  	\`checked_in_at\` text,
  	\`session_started_at\` text,
  	\`missing_at_check_in\` text,
  	\`sequence\` numeric DEFAULT 1,
  	\`episode_id\` text(36),
  	\`status\` text DEFAULT 'booked' NOT NULL,
  	\`kind\` text NOT NULL,
  	\`format\` text NOT NULL,
  	\`is_emergency_check_in\` integer DEFAULT false,
  	\`series_key\` text,
  	\`unique_key\` text NOT NULL,
  	\`title\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`room_id\`) REFERENCES \`rooms\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`appointments_starts_at_idx\` ON \`appointments\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`appointments_ends_at_idx\` ON \`appointments\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`appointments_patient_idx\` ON \`appointments\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`appointments_clinician_idx\` ON \`appointments\` (\`clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`appointments_location_idx\` ON \`appointments\` (\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`appointments_room_idx\` ON \`appointments\` (\`room_id\`);`)
  await db.run(sql`CREATE INDEX \`appointments_service_date_idx\` ON \`appointments\` (\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`appointments_episode_idx\` ON \`appointments\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`appointments_status_idx\` ON \`appointments\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`appointments_kind_idx\` ON \`appointments\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`appointments_series_key_idx\` ON \`appointments\` (\`series_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`appointments_unique_key_idx\` ON \`appointments\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`appointments_record_uid_idx\` ON \`appointments\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`appointments_pending_action_idx\` ON \`appointments\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`appointments_last_action_idx\` ON \`appointments\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`appointments_updated_at_idx\` ON \`appointments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`appointments_created_at_idx\` ON \`appointments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`serviceDate_location_idx\` ON \`appointments\` (\`service_date\`,\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`clinician_startsAt_idx\` ON \`appointments\` (\`clinician_id\`,\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`serviceDate_status_cancelKind_idx\` ON \`appointments\` (\`service_date\`,\`status\`,\`cancel_kind\`);`)
  await db.run(sql`CREATE TABLE \`sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`clinician_id\` text(36) NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`ended_at\` text,
  	\`minutes\` numeric,
  	\`service_date\` text NOT NULL,
  	\`zone\` text NOT NULL,
  	\`sequence\` numeric,
  	\`location_id\` text(36),
  	\`appointment_id\` text(36) NOT NULL,
  	\`service_code\` text,
  	\`place_of_service\` text,
  	\`technique_tags\` text,
  	\`completed_at\` text,
  	\`episode_id\` text(36),
  	\`status\` text DEFAULT 'inProgress' NOT NULL,
  	\`is_part2\` integer DEFAULT false,
  	\`kind\` text NOT NULL,
  	\`format\` text NOT NULL,
  	\`attendance\` text DEFAULT 'present',
  	\`is_intake\` integer DEFAULT false,
  	\`unique_key\` text NOT NULL,
  	\`title\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sessions_patient_idx\` ON \`sessions\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_clinician_idx\` ON \`sessions\` (\`clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_started_at_idx\` ON \`sessions\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`sessions_service_date_idx\` ON \`sessions\` (\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`sessions_location_idx\` ON \`sessions\` (\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_appointment_idx\` ON \`sessions\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_service_code_idx\` ON \`sessions\` (\`service_code\`);`)
  await db.run(sql`CREATE INDEX \`sessions_episode_idx\` ON \`sessions\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`sessions_status_idx\` ON \`sessions\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`sessions_is_part2_idx\` ON \`sessions\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`sessions_kind_idx\` ON \`sessions\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`sessions_is_intake_idx\` ON \`sessions\` (\`is_intake\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sessions_unique_key_idx\` ON \`sessions\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`sessions_record_uid_idx\` ON \`sessions\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`sessions_pending_action_idx\` ON \`sessions\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`sessions_last_action_idx\` ON \`sessions\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`sessions_updated_at_idx\` ON \`sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sessions_created_at_idx\` ON \`sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_serviceDate_idx\` ON \`sessions\` (\`patient_id\`,\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`clinician_serviceDate_idx\` ON \`sessions\` (\`clinician_id\`,\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`status_serviceDate_minutes_idx\` ON \`sessions\` (\`status\`,\`service_date\`,\`minutes\`);`)
  await db.run(sql`CREATE TABLE \`availability\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`weekday\` text NOT NULL,
  	\`from_time\` text DEFAULT '09:00' NOT NULL,
  	\`to_time\` text DEFAULT '17:00' NOT NULL,
  	\`location_id\` text(36) NOT NULL,
  	\`effective_from\` text,
  	\`effective_to\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`availability_staff_idx\` ON \`availability\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`availability_weekday_idx\` ON \`availability\` (\`weekday\`);`)
  await db.run(sql`CREATE INDEX \`availability_location_idx\` ON \`availability\` (\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`availability_last_action_idx\` ON \`availability\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`availability_updated_at_idx\` ON \`availability\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`availability_created_at_idx\` ON \`availability\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`closures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`staff_id\` text(36),
  	\`location_id\` text(36),
  	\`starts_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`closures_staff_idx\` ON \`closures\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`closures_location_idx\` ON \`closures\` (\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`closures_starts_at_idx\` ON \`closures\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`closures_ends_at_idx\` ON \`closures\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`closures_last_action_idx\` ON \`closures\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`closures_updated_at_idx\` ON \`closures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`closures_created_at_idx\` ON \`closures\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rooms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`location_id\` text(36) NOT NULL,
  	\`is_active\` integer DEFAULT true,
  	\`is_video_only\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`location_id\`) REFERENCES \`locations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`rooms_name_idx\` ON \`rooms\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`rooms_location_idx\` ON \`rooms\` (\`location_id\`);`)
  await db.run(sql`CREATE INDEX \`rooms_is_active_idx\` ON \`rooms\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`rooms_last_action_idx\` ON \`rooms\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`rooms_updated_at_idx\` ON \`rooms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rooms_created_at_idx\` ON \`rooms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`on_call_shifts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`on_call_shifts_staff_idx\` ON \`on_call_shifts\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`on_call_shifts_starts_at_idx\` ON \`on_call_shifts\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`on_call_shifts_ends_at_idx\` ON \`on_call_shifts\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`on_call_shifts_last_action_idx\` ON \`on_call_shifts\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`on_call_shifts_updated_at_idx\` ON \`on_call_shifts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`on_call_shifts_created_at_idx\` ON \`on_call_shifts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`slot_holds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`appointment_key\` text NOT NULL,
  	\`attempt\` text NOT NULL,
  	\`held_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`slot_holds_key_idx\` ON \`slot_holds\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`slot_holds_appointment_key_idx\` ON \`slot_holds\` (\`appointment_key\`);`)
  await db.run(sql`CREATE TABLE \`calendar_feeds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`staff_id\` text(36),
  	\`patient_id\` text(36),
  	\`portal_user\` text,
  	\`token_hash\` text NOT NULL,
  	\`made_at\` text,
  	\`last_read_at\` text,
  	\`is_active\` integer DEFAULT true,
  	\`revoked_at\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`calendar_feeds_staff_idx\` ON \`calendar_feeds\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_patient_idx\` ON \`calendar_feeds\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_portal_user_idx\` ON \`calendar_feeds\` (\`portal_user\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_token_hash_idx\` ON \`calendar_feeds\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_is_active_idx\` ON \`calendar_feeds\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_pending_action_idx\` ON \`calendar_feeds\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_last_action_idx\` ON \`calendar_feeds\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_updated_at_idx\` ON \`calendar_feeds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_created_at_idx\` ON \`calendar_feeds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`intake_assessments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`appointment_id\` text(36),
  	\`session_id\` text(36),
  	\`author_id\` text(36),
  	\`service_date\` text,
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`started_at\` text,
  	\`submitted_at\` text,
  	\`is_final\` integer DEFAULT false,
  	\`is_late_entry\` integer DEFAULT false,
  	\`late_label\` text,
  	\`signed_at\` text,
  	\`signed_by_id\` text(36),
  	\`signer_name\` text,
  	\`signer_credential\` text,
  	\`signer_license\` text,
  	\`signed_zone\` text,
  	\`content_hash\` text,
  	\`cosigned_at\` text,
  	\`cosigned_by_id\` text(36),
  	\`cosigner_name\` text,
  	\`cosigner_credential\` text,
  	\`cosigner_license\` text,
  	\`returned_at\` text,
  	\`returned_by_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cosigned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`returned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`intake_assessments_unique_key_idx\` ON \`intake_assessments\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_patient_idx\` ON \`intake_assessments\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_appointment_idx\` ON \`intake_assessments\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_session_idx\` ON \`intake_assessments\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_author_idx\` ON \`intake_assessments\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_service_date_idx\` ON \`intake_assessments\` (\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_status_idx\` ON \`intake_assessments\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_started_at_idx\` ON \`intake_assessments\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_is_final_idx\` ON \`intake_assessments\` (\`is_final\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_signed_at_idx\` ON \`intake_assessments\` (\`signed_at\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_signed_by_idx\` ON \`intake_assessments\` (\`signed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_cosigned_by_idx\` ON \`intake_assessments\` (\`cosigned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_returned_by_idx\` ON \`intake_assessments\` (\`returned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_is_part2_idx\` ON \`intake_assessments\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_record_uid_idx\` ON \`intake_assessments\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_pending_action_idx\` ON \`intake_assessments\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_last_action_idx\` ON \`intake_assessments\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_updated_at_idx\` ON \`intake_assessments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`intake_assessments_created_at_idx\` ON \`intake_assessments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`measures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`measure_id\` text NOT NULL,
  	\`version\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`item_count\` numeric NOT NULL,
  	\`maximum\` numeric,
  	\`recall\` text,
  	\`notice\` text,
  	\`is_active\` integer DEFAULT true,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`measures_unique_key_idx\` ON \`measures\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`measures_measure_id_idx\` ON \`measures\` (\`measure_id\`);`)
  await db.run(sql`CREATE INDEX \`measures_is_active_idx\` ON \`measures\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`measures_last_action_idx\` ON \`measures\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`measures_updated_at_idx\` ON \`measures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`measures_created_at_idx\` ON \`measures\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`measure_responses\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`measure_id\` text NOT NULL,
  	\`measure_version\` text,
  	\`appointment_id\` text(36),
  	\`due_on\` text,
  	\`assigned_at\` text,
  	\`assigned_by_id\` text(36),
  	\`status\` text DEFAULT 'assigned' NOT NULL,
  	\`submitted_at\` text,
  	\`total\` numeric,
  	\`band\` text,
  	\`missing_count\` numeric,
  	\`is_prorated\` integer DEFAULT false,
  	\`is_positive\` integer DEFAULT false,
  	\`has_critical\` integer DEFAULT false,
  	\`entered_by\` text,
  	\`entered_by_staff_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assigned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`entered_by_staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`measure_responses_unique_key_idx\` ON \`measure_responses\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_patient_idx\` ON \`measure_responses\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_measure_id_idx\` ON \`measure_responses\` (\`measure_id\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_appointment_idx\` ON \`measure_responses\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_assigned_at_idx\` ON \`measure_responses\` (\`assigned_at\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_assigned_by_idx\` ON \`measure_responses\` (\`assigned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_status_idx\` ON \`measure_responses\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_submitted_at_idx\` ON \`measure_responses\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_has_critical_idx\` ON \`measure_responses\` (\`has_critical\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_entered_by_staff_idx\` ON \`measure_responses\` (\`entered_by_staff_id\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_is_part2_idx\` ON \`measure_responses\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_record_uid_idx\` ON \`measure_responses\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_pending_action_idx\` ON \`measure_responses\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_last_action_idx\` ON \`measure_responses\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_updated_at_idx\` ON \`measure_responses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`measure_responses_created_at_idx\` ON \`measure_responses\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_measureId_idx\` ON \`measure_responses\` (\`patient_id\`,\`measure_id\`);`)
  await db.run(sql`CREATE TABLE \`diagnoses\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`code\` text NOT NULL,
  	\`description\` text NOT NULL,
  	\`rank\` numeric DEFAULT 1 NOT NULL,
  	\`diagnosed_on\` text NOT NULL,
  	\`is_provisional\` integer DEFAULT false,
  	\`is_shared\` integer DEFAULT false,
  	\`status\` text DEFAULT 'provisional' NOT NULL,
  	\`ended_on\` text,
  	\`diagnosed_by_id\` text(36),
  	\`confirmed_by_id\` text(36),
  	\`confirmed_at\` text,
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`diagnosed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`confirmed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`diagnoses_patient_idx\` ON \`diagnoses\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_code_idx\` ON \`diagnoses\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_diagnosed_on_idx\` ON \`diagnoses\` (\`diagnosed_on\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_status_idx\` ON \`diagnoses\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_ended_on_idx\` ON \`diagnoses\` (\`ended_on\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_diagnosed_by_idx\` ON \`diagnoses\` (\`diagnosed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_confirmed_by_idx\` ON \`diagnoses\` (\`confirmed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_is_part2_idx\` ON \`diagnoses\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_record_uid_idx\` ON \`diagnoses\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_pending_action_idx\` ON \`diagnoses\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_last_action_idx\` ON \`diagnoses\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_updated_at_idx\` ON \`diagnoses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`diagnoses_created_at_idx\` ON \`diagnoses\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_status_idx\` ON \`diagnoses\` (\`patient_id\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`treatment_plans\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`title\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`plan_key\` text,
  	\`version\` numeric DEFAULT 1,
  	\`supersedes_id\` text(36),
  	\`next_version\` numeric,
  	\`intake_assessment_id\` text(36),
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`author_id\` text(36),
  	\`effective_date\` text,
  	\`ended_on\` text,
  	\`review_on\` text,
  	\`due_extension_days\` numeric DEFAULT 0,
  	\`is_shared\` integer DEFAULT false,
  	\`shared_at\` text,
  	\`signed_at\` text,
  	\`signed_by_id\` text(36),
  	\`signer_name\` text,
  	\`signer_credential\` text,
  	\`signer_license\` text,
  	\`signed_zone\` text,
  	\`content_hash\` text,
  	\`cosigned_at\` text,
  	\`cosigned_by_id\` text(36),
  	\`cosigner_name\` text,
  	\`cosigner_credential\` text,
  	\`cosigner_license\` text,
  	\`returned_at\` text,
  	\`returned_by_id\` text(36),
  	\`agreement\` text,
  	\`agreed_at\` text,
  	\`agreed_by_name\` text,
  	\`agreed_hash\` text,
  	\`agreement_recorded_by_id\` text(36),
  	\`episode_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`supersedes_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`intake_assessment_id\`) REFERENCES \`intake_assessments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cosigned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`returned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agreement_recorded_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`treatment_plans_unique_key_idx\` ON \`treatment_plans\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_patient_idx\` ON \`treatment_plans\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_plan_key_idx\` ON \`treatment_plans\` (\`plan_key\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_supersedes_idx\` ON \`treatment_plans\` (\`supersedes_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_intake_assessment_idx\` ON \`treatment_plans\` (\`intake_assessment_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_status_idx\` ON \`treatment_plans\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_author_idx\` ON \`treatment_plans\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_effective_date_idx\` ON \`treatment_plans\` (\`effective_date\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_ended_on_idx\` ON \`treatment_plans\` (\`ended_on\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_review_on_idx\` ON \`treatment_plans\` (\`review_on\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_is_shared_idx\` ON \`treatment_plans\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_signed_at_idx\` ON \`treatment_plans\` (\`signed_at\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_signed_by_idx\` ON \`treatment_plans\` (\`signed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_cosigned_by_idx\` ON \`treatment_plans\` (\`cosigned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_returned_by_idx\` ON \`treatment_plans\` (\`returned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_agreement_recorded_by_idx\` ON \`treatment_plans\` (\`agreement_recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_episode_idx\` ON \`treatment_plans\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_is_part2_idx\` ON \`treatment_plans\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_record_uid_idx\` ON \`treatment_plans\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_pending_action_idx\` ON \`treatment_plans\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_last_action_idx\` ON \`treatment_plans\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_updated_at_idx\` ON \`treatment_plans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`treatment_plans_created_at_idx\` ON \`treatment_plans\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_status_1_idx\` ON \`treatment_plans\` (\`patient_id\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`plan_problems\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`plan_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`key\` text,
  	\`order\` numeric DEFAULT 1,
  	\`diagnosis_id\` text(36),
  	\`is_shared\` integer DEFAULT false,
  	\`episode_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`plan_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`diagnosis_id\`) REFERENCES \`diagnoses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`plan_problems_unique_key_idx\` ON \`plan_problems\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_plan_idx\` ON \`plan_problems\` (\`plan_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_patient_idx\` ON \`plan_problems\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_key_idx\` ON \`plan_problems\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_order_idx\` ON \`plan_problems\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_diagnosis_idx\` ON \`plan_problems\` (\`diagnosis_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_is_shared_idx\` ON \`plan_problems\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_episode_idx\` ON \`plan_problems\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_record_uid_idx\` ON \`plan_problems\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_last_action_idx\` ON \`plan_problems\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_updated_at_idx\` ON \`plan_problems\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plan_problems_created_at_idx\` ON \`plan_problems\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plan_goals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`plan_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`key\` text,
  	\`order\` numeric DEFAULT 1,
  	\`parent_key\` text NOT NULL,
  	\`is_shared\` integer DEFAULT false,
  	\`episode_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`plan_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`plan_goals_unique_key_idx\` ON \`plan_goals\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_plan_idx\` ON \`plan_goals\` (\`plan_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_patient_idx\` ON \`plan_goals\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_key_idx\` ON \`plan_goals\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_order_idx\` ON \`plan_goals\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_parent_key_idx\` ON \`plan_goals\` (\`parent_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_is_shared_idx\` ON \`plan_goals\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_episode_idx\` ON \`plan_goals\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_record_uid_idx\` ON \`plan_goals\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_last_action_idx\` ON \`plan_goals\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_updated_at_idx\` ON \`plan_goals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plan_goals_created_at_idx\` ON \`plan_goals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plan_objectives\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`plan_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`key\` text,
  	\`order\` numeric DEFAULT 1,
  	\`parent_key\` text NOT NULL,
  	\`measure_id\` text,
  	\`baseline_value\` numeric,
  	\`target_value\` numeric,
  	\`target_date\` text,
  	\`status\` text DEFAULT 'new' NOT NULL,
  	\`achieved_on\` text,
  	\`is_shared\` integer DEFAULT false,
  	\`episode_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`plan_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`plan_objectives_unique_key_idx\` ON \`plan_objectives\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_plan_idx\` ON \`plan_objectives\` (\`plan_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_patient_idx\` ON \`plan_objectives\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_key_idx\` ON \`plan_objectives\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_order_idx\` ON \`plan_objectives\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_parent_key_idx\` ON \`plan_objectives\` (\`parent_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_is_shared_idx\` ON \`plan_objectives\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_episode_idx\` ON \`plan_objectives\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_record_uid_idx\` ON \`plan_objectives\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_last_action_idx\` ON \`plan_objectives\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_updated_at_idx\` ON \`plan_objectives\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plan_objectives_created_at_idx\` ON \`plan_objectives\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plan_interventions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`plan_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`key\` text,
  	\`order\` numeric DEFAULT 1,
  	\`parent_key\` text NOT NULL,
  	\`technique_tags\` text,
  	\`responsible\` text,
  	\`frequency\` text,
  	\`is_shared\` integer DEFAULT false,
  	\`episode_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`plan_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`plan_interventions_unique_key_idx\` ON \`plan_interventions\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_plan_idx\` ON \`plan_interventions\` (\`plan_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_patient_idx\` ON \`plan_interventions\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_key_idx\` ON \`plan_interventions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_order_idx\` ON \`plan_interventions\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_parent_key_idx\` ON \`plan_interventions\` (\`parent_key\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_is_shared_idx\` ON \`plan_interventions\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_episode_idx\` ON \`plan_interventions\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_record_uid_idx\` ON \`plan_interventions\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_last_action_idx\` ON \`plan_interventions\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_updated_at_idx\` ON \`plan_interventions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plan_interventions_created_at_idx\` ON \`plan_interventions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`plan_comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`plan_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`about_key\` text,
  	\`author_kind\` text,
  	\`written_by_id\` text(36),
  	\`written_at\` text,
  	\`status\` text DEFAULT 'open',
  	\`answered_at\` text,
  	\`answered_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`plan_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`written_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`answered_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`plan_comments_plan_idx\` ON \`plan_comments\` (\`plan_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_patient_idx\` ON \`plan_comments\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_written_by_idx\` ON \`plan_comments\` (\`written_by_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_written_at_idx\` ON \`plan_comments\` (\`written_at\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_status_idx\` ON \`plan_comments\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_answered_by_idx\` ON \`plan_comments\` (\`answered_by_id\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_record_uid_idx\` ON \`plan_comments\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_pending_action_idx\` ON \`plan_comments\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_last_action_idx\` ON \`plan_comments\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_updated_at_idx\` ON \`plan_comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`plan_comments_created_at_idx\` ON \`plan_comments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`risk_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`source\` text NOT NULL,
  	\`response_id\` text(36),
  	\`detected_at\` text,
  	\`reported_by_id\` text(36),
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`contacted_at\` text,
  	\`ideation\` text,
  	\`acute_risk\` text,
  	\`chronic_risk\` text,
  	\`disposition\` text,
  	\`follow_up_on\` text,
  	\`assessed_at\` text,
  	\`assessed_by_id\` text(36),
  	\`closed_at\` text,
  	\`closed_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`response_id\`) REFERENCES \`measure_responses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reported_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assessed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`risk_events_unique_key_idx\` ON \`risk_events\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_patient_idx\` ON \`risk_events\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_response_idx\` ON \`risk_events\` (\`response_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_detected_at_idx\` ON \`risk_events\` (\`detected_at\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_reported_by_idx\` ON \`risk_events\` (\`reported_by_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_status_idx\` ON \`risk_events\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_assessed_by_idx\` ON \`risk_events\` (\`assessed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_closed_by_idx\` ON \`risk_events\` (\`closed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_record_uid_idx\` ON \`risk_events\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_pending_action_idx\` ON \`risk_events\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_last_action_idx\` ON \`risk_events\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_updated_at_idx\` ON \`risk_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`risk_events_created_at_idx\` ON \`risk_events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_status_2_idx\` ON \`risk_events\` (\`patient_id\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`safety_plans\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`is_shared\` integer DEFAULT false,
  	\`shared_at\` text,
  	\`written_at\` text,
  	\`author_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`safety_plans_patient_idx\` ON \`safety_plans\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_status_idx\` ON \`safety_plans\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_is_shared_idx\` ON \`safety_plans\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_written_at_idx\` ON \`safety_plans\` (\`written_at\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_author_idx\` ON \`safety_plans\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_is_part2_idx\` ON \`safety_plans\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_record_uid_idx\` ON \`safety_plans\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_pending_action_idx\` ON \`safety_plans\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_last_action_idx\` ON \`safety_plans\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_updated_at_idx\` ON \`safety_plans\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`safety_plans_created_at_idx\` ON \`safety_plans\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`progress_notes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`kind\` text DEFAULT 'session' NOT NULL,
  	\`session_id\` text(36),
  	\`appointment_id\` text(36),
  	\`patient_id\` text(36) NOT NULL,
  	\`author_id\` text(36) NOT NULL,
  	\`format\` text DEFAULT 'DAP' NOT NULL,
  	\`technique_tags\` text,
  	\`objective_keys\` text,
  	\`diagnosis_ids\` text,
  	\`risk_status\` text,
  	\`contact_at\` text,
  	\`contact_minutes\` numeric,
  	\`contact_kind\` text,
  	\`service_date\` text,
  	\`started_at\` text,
  	\`ended_at\` text,
  	\`minutes\` numeric,
  	\`zone\` text,
  	\`service_code\` text,
  	\`place_of_service\` text,
  	\`attendance\` text,
  	\`treatment_plan_id\` text(36),
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`is_final\` integer DEFAULT false,
  	\`is_shared\` integer DEFAULT false,
  	\`shared_at\` text,
  	\`is_open_to_proxies\` integer DEFAULT true,
  	\`hidden_from\` text,
  	\`hidden_at\` text,
  	\`hidden_by_id\` text(36),
  	\`episode_id\` text(36),
  	\`is_late_entry\` integer DEFAULT false,
  	\`late_label\` text,
  	\`signed_at\` text,
  	\`signed_by_id\` text(36),
  	\`signer_name\` text,
  	\`signer_credential\` text,
  	\`signer_license\` text,
  	\`signed_zone\` text,
  	\`content_hash\` text,
  	\`cosigned_at\` text,
  	\`cosigned_by_id\` text(36),
  	\`cosigner_name\` text,
  	\`cosigner_credential\` text,
  	\`cosigner_license\` text,
  	\`returned_at\` text,
  	\`returned_by_id\` text(36),
  	\`voided_at\` text,
  	\`voided_by_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`treatment_plan_id\`) REFERENCES \`treatment_plans\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`hidden_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cosigned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`returned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`voided_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`progress_notes_unique_key_idx\` ON \`progress_notes\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_kind_idx\` ON \`progress_notes\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_session_idx\` ON \`progress_notes\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_appointment_idx\` ON \`progress_notes\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_patient_idx\` ON \`progress_notes\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_author_idx\` ON \`progress_notes\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_service_date_idx\` ON \`progress_notes\` (\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_treatment_plan_idx\` ON \`progress_notes\` (\`treatment_plan_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_status_idx\` ON \`progress_notes\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_is_final_idx\` ON \`progress_notes\` (\`is_final\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_is_shared_idx\` ON \`progress_notes\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_is_open_to_proxies_idx\` ON \`progress_notes\` (\`is_open_to_proxies\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_hidden_by_idx\` ON \`progress_notes\` (\`hidden_by_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_episode_idx\` ON \`progress_notes\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_is_late_entry_idx\` ON \`progress_notes\` (\`is_late_entry\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_signed_at_idx\` ON \`progress_notes\` (\`signed_at\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_signed_by_idx\` ON \`progress_notes\` (\`signed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_cosigned_by_idx\` ON \`progress_notes\` (\`cosigned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_returned_by_idx\` ON \`progress_notes\` (\`returned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_voided_by_idx\` ON \`progress_notes\` (\`voided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_is_part2_idx\` ON \`progress_notes\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_record_uid_idx\` ON \`progress_notes\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_pending_action_idx\` ON \`progress_notes\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_last_action_idx\` ON \`progress_notes\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_updated_at_idx\` ON \`progress_notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`progress_notes_created_at_idx\` ON \`progress_notes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_serviceDate_1_idx\` ON \`progress_notes\` (\`patient_id\`,\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`author_status_idx\` ON \`progress_notes\` (\`author_id\`,\`status\`);`)
  await db.run(sql`CREATE INDEX \`session_status_signedAt_idx\` ON \`progress_notes\` (\`session_id\`,\`status\`,\`signed_at\`);`)
  await db.run(sql`CREATE TABLE \`addenda\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text,
  	\`note_id\` text(36),
  	\`assessment_id\` text(36),
  	\`patient_id\` text(36) NOT NULL,
  	\`author_id\` text(36),
  	\`number\` numeric,
  	\`service_date\` text,
  	\`kind\` text DEFAULT 'addendum' NOT NULL,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`is_final\` integer DEFAULT false,
  	\`is_shared\` integer DEFAULT false,
  	\`is_open_to_proxies\` integer DEFAULT true,
  	\`episode_id\` text(36),
  	\`signed_at\` text,
  	\`signed_by_id\` text(36),
  	\`signer_name\` text,
  	\`signer_credential\` text,
  	\`signer_license\` text,
  	\`signed_zone\` text,
  	\`content_hash\` text,
  	\`cosigned_at\` text,
  	\`cosigned_by_id\` text(36),
  	\`cosigner_name\` text,
  	\`cosigner_credential\` text,
  	\`cosigner_license\` text,
  	\`returned_at\` text,
  	\`returned_by_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`note_id\`) REFERENCES \`progress_notes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`assessment_id\`) REFERENCES \`intake_assessments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`signed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cosigned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`returned_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`addenda_unique_key_idx\` ON \`addenda\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`addenda_note_idx\` ON \`addenda\` (\`note_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_assessment_idx\` ON \`addenda\` (\`assessment_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_patient_idx\` ON \`addenda\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_author_idx\` ON \`addenda\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_number_idx\` ON \`addenda\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`addenda_status_idx\` ON \`addenda\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`addenda_is_final_idx\` ON \`addenda\` (\`is_final\`);`)
  await db.run(sql`CREATE INDEX \`addenda_is_shared_idx\` ON \`addenda\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`addenda_is_open_to_proxies_idx\` ON \`addenda\` (\`is_open_to_proxies\`);`)
  await db.run(sql`CREATE INDEX \`addenda_episode_idx\` ON \`addenda\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_signed_at_idx\` ON \`addenda\` (\`signed_at\`);`)
  await db.run(sql`CREATE INDEX \`addenda_signed_by_idx\` ON \`addenda\` (\`signed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_cosigned_by_idx\` ON \`addenda\` (\`cosigned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_returned_by_idx\` ON \`addenda\` (\`returned_by_id\`);`)
  await db.run(sql`CREATE INDEX \`addenda_is_part2_idx\` ON \`addenda\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`addenda_record_uid_idx\` ON \`addenda\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`addenda_pending_action_idx\` ON \`addenda\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`addenda_last_action_idx\` ON \`addenda\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`addenda_updated_at_idx\` ON \`addenda\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`addenda_created_at_idx\` ON \`addenda\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`psychotherapy_notes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`author_id\` text(36) NOT NULL,
  	\`written_at\` text,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_patient_idx\` ON \`psychotherapy_notes\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_author_idx\` ON \`psychotherapy_notes\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_written_at_idx\` ON \`psychotherapy_notes\` (\`written_at\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_record_uid_idx\` ON \`psychotherapy_notes\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_pending_action_idx\` ON \`psychotherapy_notes\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_last_action_idx\` ON \`psychotherapy_notes\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_updated_at_idx\` ON \`psychotherapy_notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`psychotherapy_notes_created_at_idx\` ON \`psychotherapy_notes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`patient_id\` text(36) NOT NULL,
  	\`kind\` text DEFAULT 'insuranceCard' NOT NULL,
  	\`side\` text,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`documents_patient_idx\` ON \`documents\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_kind_idx\` ON \`documents\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`documents_status_idx\` ON \`documents\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`documents_is_part2_idx\` ON \`documents\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`documents_record_uid_idx\` ON \`documents\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`documents_pending_action_idx\` ON \`documents\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`documents_last_action_idx\` ON \`documents\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`documents_updated_at_idx\` ON \`documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_at_idx\` ON \`documents\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`documents_filename_idx\` ON \`documents\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`kind\` text DEFAULT 'general' NOT NULL,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`classes\` text,
  	\`records_from\` text,
  	\`records_to\` text,
  	\`recipient_kind\` text NOT NULL,
  	\`recipient_name\` text NOT NULL,
  	\`purpose_code\` text NOT NULL,
  	\`expires_on\` text,
  	\`prepared_at\` text,
  	\`prepared_by_id\` text(36),
  	\`signed_at\` text,
  	\`signer_name\` text,
  	\`signer_kind\` text,
  	\`witness_id\` text(36),
  	\`content_hash\` text,
  	\`ended_at\` text,
  	\`ended_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`prepared_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`witness_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`ended_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`releases_unique_key_idx\` ON \`releases\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`releases_patient_idx\` ON \`releases\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_kind_idx\` ON \`releases\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`releases_status_idx\` ON \`releases\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`releases_expires_on_idx\` ON \`releases\` (\`expires_on\`);`)
  await db.run(sql`CREATE INDEX \`releases_prepared_at_idx\` ON \`releases\` (\`prepared_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_prepared_by_idx\` ON \`releases\` (\`prepared_by_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_witness_idx\` ON \`releases\` (\`witness_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_ended_by_idx\` ON \`releases\` (\`ended_by_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_record_uid_idx\` ON \`releases\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`releases_pending_action_idx\` ON \`releases\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`releases_last_action_idx\` ON \`releases\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`releases_updated_at_idx\` ON \`releases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_at_idx\` ON \`releases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`disclosures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'prepared' NOT NULL,
  	\`basis\` text NOT NULL,
  	\`is_countable\` integer DEFAULT false,
  	\`release_id\` text(36),
  	\`request_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`part2_consent_id\` text(36),
  	\`classes\` text,
  	\`records_from\` text,
  	\`records_to\` text,
  	\`recipient_kind\` text NOT NULL,
  	\`recipient_name\` text NOT NULL,
  	\`purpose_code\` text NOT NULL,
  	\`method\` text,
  	\`verified_by\` text,
  	\`prepared_at\` text,
  	\`prepared_by_id\` text(36),
  	\`sent_at\` text,
  	\`sent_on\` text,
  	\`sent_by_id\` text(36),
  	\`content_hash\` text,
  	\`cancelled_at\` text,
  	\`cancel_reason\` text,
  	\`hidden_until\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`request_id\`) REFERENCES \`record_requests\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`part2_consent_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`prepared_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sent_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`disclosures_unique_key_idx\` ON \`disclosures\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_patient_idx\` ON \`disclosures\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_status_idx\` ON \`disclosures\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_basis_idx\` ON \`disclosures\` (\`basis\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_release_idx\` ON \`disclosures\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_request_idx\` ON \`disclosures\` (\`request_id\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_part2_consent_idx\` ON \`disclosures\` (\`part2_consent_id\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_prepared_at_idx\` ON \`disclosures\` (\`prepared_at\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_prepared_by_idx\` ON \`disclosures\` (\`prepared_by_id\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_sent_on_idx\` ON \`disclosures\` (\`sent_on\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_sent_by_idx\` ON \`disclosures\` (\`sent_by_id\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_hidden_until_idx\` ON \`disclosures\` (\`hidden_until\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_record_uid_idx\` ON \`disclosures\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_pending_action_idx\` ON \`disclosures\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_last_action_idx\` ON \`disclosures\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_updated_at_idx\` ON \`disclosures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`disclosures_created_at_idx\` ON \`disclosures\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_sentOn_idx\` ON \`disclosures\` (\`patient_id\`,\`sent_on\`);`)
  await db.run(sql`CREATE TABLE \`chart_exports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`disclosure_id\` text(36) NOT NULL,
  	\`portal_user_id\` text(36),
  	\`format\` text NOT NULL,
  	\`is_shared\` integer DEFAULT false,
  	\`status\` text DEFAULT 'waiting' NOT NULL,
  	\`done_count\` numeric DEFAULT 0,
  	\`total_count\` numeric DEFAULT 0,
  	\`asked_at\` text,
  	\`ready_at\` text,
  	\`expires_at\` text,
  	\`taken_at\` text,
  	\`taken_by_id\` text(36),
  	\`leased_until\` text,
  	\`file_name\` text,
  	\`file_size\` numeric,
  	\`file_hash\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`disclosure_id\`) REFERENCES \`disclosures\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`portal_user_id\`) REFERENCES \`portal_users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`taken_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`chart_exports_unique_key_idx\` ON \`chart_exports\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_patient_idx\` ON \`chart_exports\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_disclosure_idx\` ON \`chart_exports\` (\`disclosure_id\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_portal_user_idx\` ON \`chart_exports\` (\`portal_user_id\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_is_shared_idx\` ON \`chart_exports\` (\`is_shared\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_status_idx\` ON \`chart_exports\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_asked_at_idx\` ON \`chart_exports\` (\`asked_at\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_expires_at_idx\` ON \`chart_exports\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_taken_by_idx\` ON \`chart_exports\` (\`taken_by_id\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_leased_until_idx\` ON \`chart_exports\` (\`leased_until\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_last_action_idx\` ON \`chart_exports\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_updated_at_idx\` ON \`chart_exports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`chart_exports_created_at_idx\` ON \`chart_exports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`record_requests\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`requester_kind\` text NOT NULL,
  	\`portal_user_id\` text(36),
  	\`requester_name\` text NOT NULL,
  	\`channel\` text,
  	\`received_on\` text NOT NULL,
  	\`due_on\` text NOT NULL,
  	\`verified_how\` text,
  	\`verified_at\` text,
  	\`verified_by_id\` text(36),
  	\`extended_at\` text,
  	\`exception\` text,
  	\`classes\` text,
  	\`records_from\` text,
  	\`records_to\` text,
  	\`format\` text,
  	\`method\` text,
  	\`basis\` text,
  	\`release_id\` text(36),
  	\`is_part2\` integer DEFAULT false,
  	\`recipient_kind\` text,
  	\`recipient_name\` text,
  	\`purpose_code\` text,
  	\`closed_at\` text,
  	\`closed_by_id\` text(36),
  	\`delivered_at\` text,
  	\`denial_ground\` text,
  	\`review_asked_at\` text,
  	\`reviewed_at\` text,
  	\`reviewed_by_id\` text(36),
  	\`review_outcome\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`portal_user_id\`) REFERENCES \`portal_users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verified_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reviewed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`record_requests_unique_key_idx\` ON \`record_requests\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_patient_idx\` ON \`record_requests\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_status_idx\` ON \`record_requests\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_portal_user_idx\` ON \`record_requests\` (\`portal_user_id\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_received_on_idx\` ON \`record_requests\` (\`received_on\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_due_on_idx\` ON \`record_requests\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_verified_by_idx\` ON \`record_requests\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_release_idx\` ON \`record_requests\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_closed_by_idx\` ON \`record_requests\` (\`closed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_reviewed_by_idx\` ON \`record_requests\` (\`reviewed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_record_uid_idx\` ON \`record_requests\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_pending_action_idx\` ON \`record_requests\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_last_action_idx\` ON \`record_requests\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_updated_at_idx\` ON \`record_requests\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`record_requests_created_at_idx\` ON \`record_requests\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`amendment_requests\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`about\` text NOT NULL,
  	\`note_id\` text(36),
  	\`portal_user_id\` text(36),
  	\`channel\` text,
  	\`received_on\` text NOT NULL,
  	\`due_on\` text NOT NULL,
  	\`extended_at\` text,
  	\`closed_at\` text,
  	\`closed_by_id\` text(36),
  	\`addendum_id\` text(36),
  	\`denial_ground\` text,
  	\`disagreed_at\` text,
  	\`is_part2\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`note_id\`) REFERENCES \`progress_notes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`portal_user_id\`) REFERENCES \`portal_users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`addendum_id\`) REFERENCES \`addenda\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`amendment_requests_unique_key_idx\` ON \`amendment_requests\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_patient_idx\` ON \`amendment_requests\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_status_idx\` ON \`amendment_requests\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_note_idx\` ON \`amendment_requests\` (\`note_id\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_portal_user_idx\` ON \`amendment_requests\` (\`portal_user_id\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_received_on_idx\` ON \`amendment_requests\` (\`received_on\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_due_on_idx\` ON \`amendment_requests\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_closed_by_idx\` ON \`amendment_requests\` (\`closed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_addendum_idx\` ON \`amendment_requests\` (\`addendum_id\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_disagreed_at_idx\` ON \`amendment_requests\` (\`disagreed_at\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_is_part2_idx\` ON \`amendment_requests\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_record_uid_idx\` ON \`amendment_requests\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_pending_action_idx\` ON \`amendment_requests\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_last_action_idx\` ON \`amendment_requests\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_updated_at_idx\` ON \`amendment_requests\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`amendment_requests_created_at_idx\` ON \`amendment_requests\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`outside_care\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`profession\` text,
  	\`release_id\` text(36),
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`added_at\` text,
  	\`added_by_id\` text(36),
  	\`ended_at\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`added_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`outside_care_unique_key_idx\` ON \`outside_care\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_patient_idx\` ON \`outside_care\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_release_idx\` ON \`outside_care\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_status_idx\` ON \`outside_care\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_added_at_idx\` ON \`outside_care\` (\`added_at\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_added_by_idx\` ON \`outside_care\` (\`added_by_id\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_record_uid_idx\` ON \`outside_care\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_pending_action_idx\` ON \`outside_care\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_last_action_idx\` ON \`outside_care\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_updated_at_idx\` ON \`outside_care\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outside_care_created_at_idx\` ON \`outside_care\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`part2_labels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`record_id\` text NOT NULL,
  	\`change\` text NOT NULL,
  	\`at\` text,
  	\`by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`part2_labels_unique_key_idx\` ON \`part2_labels\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_patient_idx\` ON \`part2_labels\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_record_id_idx\` ON \`part2_labels\` (\`record_id\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_at_idx\` ON \`part2_labels\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_by_idx\` ON \`part2_labels\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_record_uid_idx\` ON \`part2_labels\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_pending_action_idx\` ON \`part2_labels\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_last_action_idx\` ON \`part2_labels\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_updated_at_idx\` ON \`part2_labels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`part2_labels_created_at_idx\` ON \`part2_labels\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`legal_holds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`reason_code\` text NOT NULL,
  	\`placed_at\` text NOT NULL,
  	\`placed_by_id\` text(36),
  	\`lifted_at\` text,
  	\`lifted_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`placed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`lifted_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`legal_holds_unique_key_idx\` ON \`legal_holds\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_patient_idx\` ON \`legal_holds\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_status_idx\` ON \`legal_holds\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_placed_at_idx\` ON \`legal_holds\` (\`placed_at\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_placed_by_idx\` ON \`legal_holds\` (\`placed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_lifted_by_idx\` ON \`legal_holds\` (\`lifted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_record_uid_idx\` ON \`legal_holds\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_pending_action_idx\` ON \`legal_holds\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_last_action_idx\` ON \`legal_holds\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_updated_at_idx\` ON \`legal_holds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`legal_holds_created_at_idx\` ON \`legal_holds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`retention_rules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`record_class\` text NOT NULL,
  	\`years_from_service\` numeric NOT NULL,
  	\`years_from_majority\` numeric,
  	\`majority_age\` numeric DEFAULT 18 NOT NULL,
  	\`citation\` text NOT NULL,
  	\`confirmed_on\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`retention_rules_unique_key_idx\` ON \`retention_rules\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`retention_rules_last_action_idx\` ON \`retention_rules\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`retention_rules_updated_at_idx\` ON \`retention_rules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`retention_rules_created_at_idx\` ON \`retention_rules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`destruction_lists\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`made_on\` text NOT NULL,
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`chart_count\` numeric,
  	\`due_at\` text,
  	\`compliance_by_id\` text(36),
  	\`compliance_at\` text,
  	\`owner_by_id\` text(36),
  	\`owner_at\` text,
  	\`declined_by_id\` text(36),
  	\`finished_at\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`compliance_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`declined_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`destruction_lists_unique_key_idx\` ON \`destruction_lists\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_made_on_idx\` ON \`destruction_lists\` (\`made_on\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_status_idx\` ON \`destruction_lists\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_compliance_by_idx\` ON \`destruction_lists\` (\`compliance_by_id\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_owner_by_idx\` ON \`destruction_lists\` (\`owner_by_id\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_declined_by_idx\` ON \`destruction_lists\` (\`declined_by_id\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_record_uid_idx\` ON \`destruction_lists\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_pending_action_idx\` ON \`destruction_lists\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_last_action_idx\` ON \`destruction_lists\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_updated_at_idx\` ON \`destruction_lists\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lists_created_at_idx\` ON \`destruction_lists\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`destruction_lines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`list_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`last_service_on\` text,
  	\`kept_until\` text,
  	\`basis\` text,
  	\`status\` text DEFAULT 'listed' NOT NULL,
  	\`ask_again_on\` text,
  	\`rows_destroyed\` numeric,
  	\`files_destroyed\` numeric,
  	\`keys_destroyed\` numeric,
  	\`destroyed_at\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`list_id\`) REFERENCES \`destruction_lists\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`destruction_lines_unique_key_idx\` ON \`destruction_lines\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_list_idx\` ON \`destruction_lines\` (\`list_id\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_patient_idx\` ON \`destruction_lines\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_kept_until_idx\` ON \`destruction_lines\` (\`kept_until\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_status_idx\` ON \`destruction_lines\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_ask_again_on_idx\` ON \`destruction_lines\` (\`ask_again_on\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_record_uid_idx\` ON \`destruction_lines\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_pending_action_idx\` ON \`destruction_lines\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_last_action_idx\` ON \`destruction_lines\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_updated_at_idx\` ON \`destruction_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`destruction_lines_created_at_idx\` ON \`destruction_lines\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`claims\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`control_number\` text NOT NULL,
  	\`frequency\` text DEFAULT '1',
  	\`patient_id\` text(36),
  	\`clinician_id\` text(36),
  	\`payer_id\` text(36),
  	\`policy_id\` text(36),
  	\`session_id\` text(36),
  	\`charge_id\` text(36),
  	\`service_date\` text,
  	\`total_cents\` numeric,
  	\`diagnosis_codes\` text,
  	\`referral_number\` text,
  	\`has_proof_of_timely_filing\` integer DEFAULT false,
  	\`original_claim_id\` text(36),
  	\`is_replaced\` integer DEFAULT false,
  	\`submitted_at\` text,
  	\`submitted_by_id\` text(36),
  	\`batch_id\` text(36),
  	\`payer_claim_number\` text,
  	\`accepted_on\` text,
  	\`answered_on\` text,
  	\`paid_cents\` numeric,
  	\`patient_share_cents\` numeric,
  	\`contractual_cents\` numeric,
  	\`denied_cents\` numeric,
  	\`denial_codes\` text,
  	\`is_forwarded\` integer DEFAULT false,
  	\`reason\` text,
  	\`status\` text DEFAULT 'draft' NOT NULL,
  	\`is_green\` integer DEFAULT false,
  	\`open_findings\` numeric DEFAULT 0,
  	\`filing_deadline\` text,
  	\`filing_alarm_from\` text,
  	\`checked_at\` text,
  	\`unique_key\` text NOT NULL,
  	\`batch_number\` numeric,
  	\`last_posting\` text,
  	\`file_problem\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`policy_id\`) REFERENCES \`insurance_policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`charge_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`original_claim_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`batch_id\`) REFERENCES \`claim_batches\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`claims_control_number_idx\` ON \`claims\` (\`control_number\`);`)
  await db.run(sql`CREATE INDEX \`claims_patient_idx\` ON \`claims\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_clinician_idx\` ON \`claims\` (\`clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_payer_idx\` ON \`claims\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_policy_idx\` ON \`claims\` (\`policy_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_session_idx\` ON \`claims\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_charge_idx\` ON \`claims\` (\`charge_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_service_date_idx\` ON \`claims\` (\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`claims_original_claim_idx\` ON \`claims\` (\`original_claim_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_submitted_at_idx\` ON \`claims\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_submitted_by_idx\` ON \`claims\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_batch_idx\` ON \`claims\` (\`batch_id\`);`)
  await db.run(sql`CREATE INDEX \`claims_payer_claim_number_idx\` ON \`claims\` (\`payer_claim_number\`);`)
  await db.run(sql`CREATE INDEX \`claims_status_idx\` ON \`claims\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`claims_filing_deadline_idx\` ON \`claims\` (\`filing_deadline\`);`)
  await db.run(sql`CREATE INDEX \`claims_filing_alarm_from_idx\` ON \`claims\` (\`filing_alarm_from\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`claims_unique_key_idx\` ON \`claims\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`claims_record_uid_idx\` ON \`claims\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`claims_pending_action_idx\` ON \`claims\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`claims_last_action_idx\` ON \`claims\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`claims_updated_at_idx\` ON \`claims\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_created_at_idx\` ON \`claims\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_filingDeadline_idx\` ON \`claims\` (\`status\`,\`filing_deadline\`);`)
  await db.run(sql`CREATE INDEX \`answeredOn_status_idx\` ON \`claims\` (\`answered_on\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`charges\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36),
  	\`clinician_id\` text(36),
  	\`session_id\` text(36),
  	\`appointment_id\` text(36),
  	\`code\` text,
  	\`modifiers\` text,
  	\`place_of_service\` text,
  	\`units\` numeric DEFAULT 1,
  	\`amount_cents\` numeric,
  	\`written_off_cents\` numeric,
  	\`service_date\` text,
  	\`ready_on\` text,
  	\`payer_id\` text(36),
  	\`policy_id\` text(36),
  	\`reason\` text,
  	\`status\` text DEFAULT 'awaitingNote' NOT NULL,
  	\`is_part2\` integer DEFAULT false,
  	\`is_fee_missing\` integer DEFAULT false,
  	\`is_kept_from_plan\` integer DEFAULT false,
  	\`kept_from_plan_at\` text,
  	\`unique_key\` text NOT NULL,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`clinician_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`policy_id\`) REFERENCES \`insurance_policies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`charges_patient_idx\` ON \`charges\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_clinician_idx\` ON \`charges\` (\`clinician_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_session_idx\` ON \`charges\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_appointment_idx\` ON \`charges\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_code_idx\` ON \`charges\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`charges_service_date_idx\` ON \`charges\` (\`service_date\`);`)
  await db.run(sql`CREATE INDEX \`charges_payer_idx\` ON \`charges\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_policy_idx\` ON \`charges\` (\`policy_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_is_part2_idx\` ON \`charges\` (\`is_part2\`);`)
  await db.run(sql`CREATE INDEX \`charges_is_fee_missing_idx\` ON \`charges\` (\`is_fee_missing\`);`)
  await db.run(sql`CREATE INDEX \`charges_is_kept_from_plan_idx\` ON \`charges\` (\`is_kept_from_plan\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`charges_unique_key_idx\` ON \`charges\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`charges_pending_action_idx\` ON \`charges\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`charges_last_action_idx\` ON \`charges\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`charges_updated_at_idx\` ON \`charges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charges_created_at_idx\` ON \`charges\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_status_3_idx\` ON \`charges\` (\`patient_id\`,\`status\`);`)
  await db.run(sql`CREATE INDEX \`status_serviceDate_amountCents_idx\` ON \`charges\` (\`status\`,\`service_date\`,\`amount_cents\`);`)
  await db.run(sql`CREATE TABLE \`remittances\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`status\` text DEFAULT 'imported' NOT NULL,
  	\`file_hash\` text,
  	\`file_name\` text,
  	\`source_id\` text(36),
  	\`position\` numeric,
  	\`imported_at\` text,
  	\`imported_by_id\` text(36),
  	\`payer_id\` text(36),
  	\`payer_name\` text,
  	\`payer_identifier\` text,
  	\`trace_number\` text,
  	\`payment_key\` text,
  	\`payment_method\` text,
  	\`payment_date\` text,
  	\`payment_cents\` numeric,
  	\`claim_count\` numeric,
  	\`matched_count\` numeric,
  	\`parked_count\` numeric,
  	\`matched_cents\` numeric,
  	\`provider_adjustment_cents\` numeric,
  	\`posted_cents\` numeric,
  	\`parked_cents\` numeric,
  	\`posted_at\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`remittances\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`imported_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`remittances_unique_key_idx\` ON \`remittances\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`remittances_status_idx\` ON \`remittances\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`remittances_file_hash_idx\` ON \`remittances\` (\`file_hash\`);`)
  await db.run(sql`CREATE INDEX \`remittances_source_idx\` ON \`remittances\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`remittances_imported_at_idx\` ON \`remittances\` (\`imported_at\`);`)
  await db.run(sql`CREATE INDEX \`remittances_imported_by_idx\` ON \`remittances\` (\`imported_by_id\`);`)
  await db.run(sql`CREATE INDEX \`remittances_payer_idx\` ON \`remittances\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`remittances_trace_number_idx\` ON \`remittances\` (\`trace_number\`);`)
  await db.run(sql`CREATE INDEX \`remittances_payment_key_idx\` ON \`remittances\` (\`payment_key\`);`)
  await db.run(sql`CREATE INDEX \`remittances_payment_date_idx\` ON \`remittances\` (\`payment_date\`);`)
  await db.run(sql`CREATE INDEX \`remittances_record_uid_idx\` ON \`remittances\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`remittances_pending_action_idx\` ON \`remittances\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`remittances_last_action_idx\` ON \`remittances\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`remittances_updated_at_idx\` ON \`remittances\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`remittances_created_at_idx\` ON \`remittances\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`remittance_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`remittance_id\` text(36),
  	\`position\` numeric,
  	\`status\` text NOT NULL,
  	\`code\` text,
  	\`result\` text,
  	\`matched_by\` text,
  	\`claim_id\` text(36),
  	\`patient_id\` text(36),
  	\`claim_number\` text,
  	\`payer_claim_number\` text,
  	\`charge_cents\` numeric,
  	\`amount_cents\` numeric,
  	\`patient_share_cents\` numeric,
  	\`resolved_at\` text,
  	\`resolved_by_id\` text(36),
  	\`dismiss_reason\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`remittance_id\`) REFERENCES \`remittances\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`claim_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`resolved_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`remittance_items_unique_key_idx\` ON \`remittance_items\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_remittance_idx\` ON \`remittance_items\` (\`remittance_id\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_status_idx\` ON \`remittance_items\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_code_idx\` ON \`remittance_items\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_claim_idx\` ON \`remittance_items\` (\`claim_id\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_patient_idx\` ON \`remittance_items\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_resolved_by_idx\` ON \`remittance_items\` (\`resolved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_record_uid_idx\` ON \`remittance_items\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_pending_action_idx\` ON \`remittance_items\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_last_action_idx\` ON \`remittance_items\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_updated_at_idx\` ON \`remittance_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`remittance_items_created_at_idx\` ON \`remittance_items\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`remittance_status_idx\` ON \`remittance_items\` (\`remittance_id\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`statements\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`statement_number\` text,
  	\`patient_id\` text(36),
  	\`total_cents\` numeric,
  	\`paid_cents\` numeric,
  	\`statement_date\` text,
  	\`issued_at\` text,
  	\`issued_by_id\` text(36),
  	\`reason\` text,
  	\`episode_id\` text(36),
  	\`status\` text DEFAULT 'issued' NOT NULL,
  	\`due_date\` text,
  	\`unique_key\` text NOT NULL,
  	\`open_question\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`issued_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`episode_id\`) REFERENCES \`care_episodes\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`statements_statement_number_idx\` ON \`statements\` (\`statement_number\`);`)
  await db.run(sql`CREATE INDEX \`statements_patient_idx\` ON \`statements\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`statements_statement_date_idx\` ON \`statements\` (\`statement_date\`);`)
  await db.run(sql`CREATE INDEX \`statements_issued_by_idx\` ON \`statements\` (\`issued_by_id\`);`)
  await db.run(sql`CREATE INDEX \`statements_episode_idx\` ON \`statements\` (\`episode_id\`);`)
  await db.run(sql`CREATE INDEX \`statements_status_idx\` ON \`statements\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`statements_due_date_idx\` ON \`statements\` (\`due_date\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`statements_unique_key_idx\` ON \`statements\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`statements_record_uid_idx\` ON \`statements\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`statements_pending_action_idx\` ON \`statements\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`statements_last_action_idx\` ON \`statements\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`statements_updated_at_idx\` ON \`statements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`statements_created_at_idx\` ON \`statements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36),
  	\`statement_id\` text(36),
  	\`amount_cents\` numeric NOT NULL,
  	\`method\` text NOT NULL,
  	\`reference\` text,
  	\`received_on\` text,
  	\`received_at\` text,
  	\`taken_by_id\` text(36),
  	\`provider\` text,
  	\`provider_reference\` text,
  	\`decline_message\` text,
  	\`refunded_cents\` numeric,
  	\`applied_at\` text,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`provider_token\` text,
  	\`refund_failed\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`statement_id\`) REFERENCES \`statements\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`taken_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payments_patient_idx\` ON \`payments\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_statement_idx\` ON \`payments\` (\`statement_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_received_on_idx\` ON \`payments\` (\`received_on\`);`)
  await db.run(sql`CREATE INDEX \`payments_received_at_idx\` ON \`payments\` (\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`payments_taken_by_idx\` ON \`payments\` (\`taken_by_id\`);`)
  await db.run(sql`CREATE INDEX \`payments_status_idx\` ON \`payments\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`payments_unique_key_idx\` ON \`payments\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`payments_record_uid_idx\` ON \`payments\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`payments_pending_action_idx\` ON \`payments\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`payments_last_action_idx\` ON \`payments\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`payments_updated_at_idx\` ON \`payments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payments_created_at_idx\` ON \`payments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`insurance_policies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`priority\` text DEFAULT 'primary' NOT NULL,
  	\`payer_id\` text(36) NOT NULL,
  	\`plan_name\` text,
  	\`member_id\` text NOT NULL,
  	\`group_number\` text,
  	\`effective_on\` text,
  	\`terminated_on\` text,
  	\`copay_cents\` numeric,
  	\`card_front_id\` text(36),
  	\`card_back_id\` text(36),
  	\`relationship\` text DEFAULT 'self' NOT NULL,
  	\`subscriber_first_name\` text,
  	\`subscriber_last_name\` text,
  	\`subscriber_birth_date\` text,
  	\`subscriber_sex\` text,
  	\`subscriber_address_line1\` text,
  	\`subscriber_city\` text,
  	\`subscriber_region\` text,
  	\`subscriber_postal_code\` text,
  	\`status\` text DEFAULT 'active',
  	\`coverage_result\` text DEFAULT 'unknown',
  	\`last_checked_on\` text,
  	\`unique_key\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`card_front_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`card_back_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`insurance_policies_patient_idx\` ON \`insurance_policies\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_payer_idx\` ON \`insurance_policies\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_member_id_idx\` ON \`insurance_policies\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_card_front_idx\` ON \`insurance_policies\` (\`card_front_id\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_card_back_idx\` ON \`insurance_policies\` (\`card_back_id\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_status_idx\` ON \`insurance_policies\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`insurance_policies_unique_key_idx\` ON \`insurance_policies\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_pending_action_idx\` ON \`insurance_policies\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_last_action_idx\` ON \`insurance_policies\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_updated_at_idx\` ON \`insurance_policies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`insurance_policies_created_at_idx\` ON \`insurance_policies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_status_4_idx\` ON \`insurance_policies\` (\`patient_id\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`eligibility_checks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`policy_id\` text(36) NOT NULL,
  	\`patient_id\` text(36),
  	\`checked_on\` text,
  	\`result\` text NOT NULL,
  	\`copay_cents\` numeric,
  	\`coinsurance_percent\` numeric,
  	\`deductible_cents\` numeric,
  	\`deductible_left_cents\` numeric,
  	\`reference\` text,
  	\`checked_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`policy_id\`) REFERENCES \`insurance_policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`checked_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`eligibility_checks_policy_idx\` ON \`eligibility_checks\` (\`policy_id\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_patient_idx\` ON \`eligibility_checks\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_checked_on_idx\` ON \`eligibility_checks\` (\`checked_on\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_checked_by_idx\` ON \`eligibility_checks\` (\`checked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_record_uid_idx\` ON \`eligibility_checks\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_last_action_idx\` ON \`eligibility_checks\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_updated_at_idx\` ON \`eligibility_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`eligibility_checks_created_at_idx\` ON \`eligibility_checks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`authorizations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`policy_id\` text(36) NOT NULL,
  	\`patient_id\` text(36),
  	\`number\` text NOT NULL,
  	\`service_codes\` text,
  	\`units_approved\` numeric NOT NULL,
  	\`effective_from\` text NOT NULL,
  	\`effective_to\` text NOT NULL,
  	\`status\` text DEFAULT 'active',
  	\`units_reserved\` numeric DEFAULT 0,
  	\`units_used\` numeric DEFAULT 0,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`policy_id\`) REFERENCES \`insurance_policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`authorizations_policy_idx\` ON \`authorizations\` (\`policy_id\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_patient_idx\` ON \`authorizations\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_number_idx\` ON \`authorizations\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_effective_from_idx\` ON \`authorizations\` (\`effective_from\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_effective_to_idx\` ON \`authorizations\` (\`effective_to\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_status_idx\` ON \`authorizations\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_pending_action_idx\` ON \`authorizations\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_last_action_idx\` ON \`authorizations\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_updated_at_idx\` ON \`authorizations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`authorizations_created_at_idx\` ON \`authorizations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`policy_status_idx\` ON \`authorizations\` (\`policy_id\`,\`status\`);`)
  await db.run(sql`CREATE TABLE \`authorization_units\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`slot_key\` text NOT NULL,
  	\`authorization_id\` text(36),
  	\`patient_id\` text(36),
  	\`appointment_id\` text(36),
  	\`session_id\` text(36),
  	\`state\` text,
  	\`changed_at\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`authorization_id\`) REFERENCES \`authorizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`appointment_id\`) REFERENCES \`appointments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`authorization_units_unique_key_idx\` ON \`authorization_units\` (\`unique_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`authorization_units_slot_key_idx\` ON \`authorization_units\` (\`slot_key\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_authorization_idx\` ON \`authorization_units\` (\`authorization_id\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_patient_idx\` ON \`authorization_units\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_appointment_idx\` ON \`authorization_units\` (\`appointment_id\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_session_idx\` ON \`authorization_units\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_state_idx\` ON \`authorization_units\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_last_action_idx\` ON \`authorization_units\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_updated_at_idx\` ON \`authorization_units\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`authorization_units_created_at_idx\` ON \`authorization_units\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`claim_batches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`status\` text DEFAULT 'assembling' NOT NULL,
  	\`file_name\` text,
  	\`interchange_number\` numeric,
  	\`claim_ids\` text,
  	\`claim_count\` numeric DEFAULT 0,
  	\`total_cents\` numeric,
  	\`is_test\` integer DEFAULT false,
  	\`submitted_at\` text,
  	\`submitted_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`claim_batches_unique_key_idx\` ON \`claim_batches\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_status_idx\` ON \`claim_batches\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_interchange_number_idx\` ON \`claim_batches\` (\`interchange_number\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_submitted_at_idx\` ON \`claim_batches\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_submitted_by_idx\` ON \`claim_batches\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_record_uid_idx\` ON \`claim_batches\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_pending_action_idx\` ON \`claim_batches\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_last_action_idx\` ON \`claim_batches\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_updated_at_idx\` ON \`claim_batches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`claim_batches_created_at_idx\` ON \`claim_batches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`claim_lines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`claim_id\` text(36),
  	\`charge_id\` text(36),
  	\`patient_id\` text(36),
  	\`line_number\` numeric,
  	\`line_control_number\` text,
  	\`service_date\` text,
  	\`code\` text,
  	\`modifiers\` text,
  	\`place_of_service\` text,
  	\`units\` numeric,
  	\`charge_cents\` numeric,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`claim_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`charge_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`claim_lines_unique_key_idx\` ON \`claim_lines\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_claim_idx\` ON \`claim_lines\` (\`claim_id\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_charge_idx\` ON \`claim_lines\` (\`charge_id\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_patient_idx\` ON \`claim_lines\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_line_control_number_idx\` ON \`claim_lines\` (\`line_control_number\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_last_action_idx\` ON \`claim_lines\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_updated_at_idx\` ON \`claim_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`claim_lines_created_at_idx\` ON \`claim_lines\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`postings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`sequence_key\` text NOT NULL,
  	\`sequence\` numeric DEFAULT 0,
  	\`kind\` text NOT NULL,
  	\`posted_on\` text,
  	\`posted_at\` text,
  	\`patient_id\` text(36),
  	\`claim_id\` text(36),
  	\`charge_id\` text(36),
  	\`remittance_id\` text(36),
  	\`payment_id\` text(36),
  	\`reversal_of_id\` text(36),
  	\`payer_claim_number\` text,
  	\`paid_cents\` numeric,
  	\`total_cents\` numeric,
  	\`is_forwarded\` integer DEFAULT false,
  	\`lines\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`claim_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`charge_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`remittance_id\`) REFERENCES \`remittances\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payment_id\`) REFERENCES \`payments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reversal_of_id\`) REFERENCES \`postings\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`postings_unique_key_idx\` ON \`postings\` (\`unique_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`postings_sequence_key_idx\` ON \`postings\` (\`sequence_key\`);`)
  await db.run(sql`CREATE INDEX \`postings_kind_idx\` ON \`postings\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`postings_posted_on_idx\` ON \`postings\` (\`posted_on\`);`)
  await db.run(sql`CREATE INDEX \`postings_posted_at_idx\` ON \`postings\` (\`posted_at\`);`)
  await db.run(sql`CREATE INDEX \`postings_patient_idx\` ON \`postings\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_claim_idx\` ON \`postings\` (\`claim_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_charge_idx\` ON \`postings\` (\`charge_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_remittance_idx\` ON \`postings\` (\`remittance_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_payment_idx\` ON \`postings\` (\`payment_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_reversal_of_idx\` ON \`postings\` (\`reversal_of_id\`);`)
  await db.run(sql`CREATE INDEX \`postings_updated_at_idx\` ON \`postings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`postings_created_at_idx\` ON \`postings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_sequence_idx\` ON \`postings\` (\`patient_id\`,\`sequence\`);`)
  await db.run(sql`CREATE TABLE \`ledger_entries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`posting_id\` text(36),
  	\`kind\` text,
  	\`account\` text NOT NULL,
  	\`amount_cents\` numeric NOT NULL,
  	\`posted_on\` text,
  	\`patient_id\` text(36),
  	\`charge_id\` text(36),
  	\`payer_id\` text(36),
  	\`claim_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`posting_id\`) REFERENCES \`postings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`charge_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`claim_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_entries_unique_key_idx\` ON \`ledger_entries\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_posting_idx\` ON \`ledger_entries\` (\`posting_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_kind_idx\` ON \`ledger_entries\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_posted_on_idx\` ON \`ledger_entries\` (\`posted_on\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_patient_idx\` ON \`ledger_entries\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_charge_idx\` ON \`ledger_entries\` (\`charge_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_payer_idx\` ON \`ledger_entries\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_claim_idx\` ON \`ledger_entries\` (\`claim_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_updated_at_idx\` ON \`ledger_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_created_at_idx\` ON \`ledger_entries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`account_postedOn_kind_amountCents_idx\` ON \`ledger_entries\` (\`account\`,\`posted_on\`,\`kind\`,\`amount_cents\`);`)
  await db.run(sql`CREATE INDEX \`account_charge_payer_amountCents_idx\` ON \`ledger_entries\` (\`account\`,\`charge_id\`,\`payer_id\`,\`amount_cents\`);`)
  await db.run(sql`CREATE TABLE \`payers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`filing_code\` text DEFAULT 'CI',
  	\`phone\` text,
  	\`payer_id\` text,
  	\`era_payer_ids\` text,
  	\`filing_limit_days\` numeric,
  	\`supervision_mode\` text DEFAULT 'ownNpi',
  	\`requires_plan\` integer DEFAULT false,
  	\`requires_authorization\` integer DEFAULT false,
  	\`is_active\` integer DEFAULT true,
  	\`is_self_pay\` integer DEFAULT false,
  	\`never_charges_missed\` integer DEFAULT false,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payers_name_idx\` ON \`payers\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`payers_payer_id_idx\` ON \`payers\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`payers_is_active_idx\` ON \`payers\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`payers_last_action_idx\` ON \`payers\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`payers_updated_at_idx\` ON \`payers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payers_created_at_idx\` ON \`payers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payer_rules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`payer_id\` text(36),
  	\`modality\` text NOT NULL,
  	\`patient_place\` text DEFAULT 'home' NOT NULL,
  	\`is_covered\` integer DEFAULT true,
  	\`place_of_service\` text NOT NULL,
  	\`modifiers\` text,
  	\`effective_from\` text NOT NULL,
  	\`effective_to\` text,
  	\`source\` text NOT NULL,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payer_rules_payer_idx\` ON \`payer_rules\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`payer_rules_modality_idx\` ON \`payer_rules\` (\`modality\`);`)
  await db.run(sql`CREATE INDEX \`payer_rules_effective_from_idx\` ON \`payer_rules\` (\`effective_from\`);`)
  await db.run(sql`CREATE INDEX \`payer_rules_last_action_idx\` ON \`payer_rules\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`payer_rules_updated_at_idx\` ON \`payer_rules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payer_rules_created_at_idx\` ON \`payer_rules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payer_enrollments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`payer_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`effective_from\` text,
  	\`effective_to\` text,
  	\`provider_number\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`payer_enrollments_staff_idx\` ON \`payer_enrollments\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`payer_enrollments_payer_idx\` ON \`payer_enrollments\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`payer_enrollments_status_idx\` ON \`payer_enrollments\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`payer_enrollments_last_action_idx\` ON \`payer_enrollments\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`payer_enrollments_updated_at_idx\` ON \`payer_enrollments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payer_enrollments_created_at_idx\` ON \`payer_enrollments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_payer_idx\` ON \`payer_enrollments\` (\`staff_id\`,\`payer_id\`);`)
  await db.run(sql`CREATE TABLE \`fee_schedules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`payer_id\` text(36),
  	\`amount_cents\` numeric NOT NULL,
  	\`effective_from\` text NOT NULL,
  	\`effective_to\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`payer_id\`) REFERENCES \`payers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`fee_schedules_code_idx\` ON \`fee_schedules\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`fee_schedules_payer_idx\` ON \`fee_schedules\` (\`payer_id\`);`)
  await db.run(sql`CREATE INDEX \`fee_schedules_effective_from_idx\` ON \`fee_schedules\` (\`effective_from\`);`)
  await db.run(sql`CREATE INDEX \`fee_schedules_last_action_idx\` ON \`fee_schedules\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`fee_schedules_updated_at_idx\` ON \`fee_schedules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`fee_schedules_created_at_idx\` ON \`fee_schedules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`value\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_unique_key_idx\` ON \`counters\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`staff_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`staff_roles_order_idx\` ON \`staff_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`staff_roles_parent_idx\` ON \`staff_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`staff\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`credentials\` text,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`npi\` text,
  	\`taxonomy\` text,
  	\`caseload_cap\` numeric DEFAULT 30,
  	\`is_accepting_patients\` integer DEFAULT true,
  	\`is_on_leave\` integer DEFAULT false,
  	\`employment_note\` text,
  	\`is_active\` integer DEFAULT true,
  	\`role_ends\` text,
  	\`has_factor\` integer DEFAULT false,
  	\`deactivated_at\` text,
  	\`roles_asked_by\` text,
  	\`roles_changed_by\` text,
  	\`password_hash\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`staff_name_idx\` ON \`staff\` (\`name\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`staff_email_idx\` ON \`staff\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`staff_is_active_idx\` ON \`staff\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`staff_pending_action_idx\` ON \`staff\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`staff_last_action_idx\` ON \`staff\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`staff_updated_at_idx\` ON \`staff\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_created_at_idx\` ON \`staff\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`role_grants\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'requested' NOT NULL,
  	\`roles_before\` text,
  	\`roles_after\` text NOT NULL,
  	\`ends_before\` text,
  	\`ends_after\` text,
  	\`ends_on\` text,
  	\`reason\` text,
  	\`is_single_handed\` integer DEFAULT false,
  	\`is_reduction\` integer DEFAULT false,
  	\`requested_by_id\` text(36),
  	\`requested_at\` text NOT NULL,
  	\`decided_by_id\` text(36),
  	\`decided_at\` text,
  	\`ended_at\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`requested_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`role_grants_unique_key_idx\` ON \`role_grants\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_staff_idx\` ON \`role_grants\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_status_idx\` ON \`role_grants\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_ends_on_idx\` ON \`role_grants\` (\`ends_on\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_requested_by_idx\` ON \`role_grants\` (\`requested_by_id\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_requested_at_idx\` ON \`role_grants\` (\`requested_at\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_decided_by_idx\` ON \`role_grants\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_pending_action_idx\` ON \`role_grants\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_last_action_idx\` ON \`role_grants\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_updated_at_idx\` ON \`role_grants\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`role_grants_created_at_idx\` ON \`role_grants\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`handovers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`successor_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`record_id\` text,
  	\`outcome\` text NOT NULL,
  	\`sentence\` text,
  	\`done_by_id\` text(36),
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`successor_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`done_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`handovers_unique_key_idx\` ON \`handovers\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`handovers_staff_idx\` ON \`handovers\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`handovers_successor_idx\` ON \`handovers\` (\`successor_id\`);`)
  await db.run(sql`CREATE INDEX \`handovers_done_by_idx\` ON \`handovers\` (\`done_by_id\`);`)
  await db.run(sql`CREATE INDEX \`handovers_at_idx\` ON \`handovers\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`handovers_updated_at_idx\` ON \`handovers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`handovers_created_at_idx\` ON \`handovers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`credentials\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text,
  	\`number\` text,
  	\`issued_on\` text,
  	\`expires_on\` text,
  	\`verified_at\` text,
  	\`verified_by_id\` text(36),
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verified_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`credentials_staff_idx\` ON \`credentials\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`credentials_kind_idx\` ON \`credentials\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`credentials_state_idx\` ON \`credentials\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`credentials_expires_on_idx\` ON \`credentials\` (\`expires_on\`);`)
  await db.run(sql`CREATE INDEX \`credentials_verified_by_idx\` ON \`credentials\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`credentials_pending_action_idx\` ON \`credentials\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`credentials_last_action_idx\` ON \`credentials\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`credentials_updated_at_idx\` ON \`credentials\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`credentials_created_at_idx\` ON \`credentials\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`staff_kind_idx\` ON \`credentials\` (\`staff_id\`,\`kind\`);`)
  await db.run(sql`CREATE TABLE \`supervision_agreements\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`supervisor_id\` text(36) NOT NULL,
  	\`supervisee_id\` text(36) NOT NULL,
  	\`starts_on\` text NOT NULL,
  	\`ends_on\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`supervisor_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`supervisee_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`supervision_agreements_supervisor_idx\` ON \`supervision_agreements\` (\`supervisor_id\`);`)
  await db.run(sql`CREATE INDEX \`supervision_agreements_supervisee_idx\` ON \`supervision_agreements\` (\`supervisee_id\`);`)
  await db.run(sql`CREATE INDEX \`supervision_agreements_pending_action_idx\` ON \`supervision_agreements\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`supervision_agreements_last_action_idx\` ON \`supervision_agreements\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`supervision_agreements_updated_at_idx\` ON \`supervision_agreements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`supervision_agreements_created_at_idx\` ON \`supervision_agreements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`pages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`meta_description\` text,
  	\`layout\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pages_slug_idx\` ON \`pages\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`pages_last_action_idx\` ON \`pages\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`pages_updated_at_idx\` ON \`pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pages_created_at_idx\` ON \`pages\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`pages__status_idx\` ON \`pages\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_meta_description\` text,
  	\`version_layout\` text,
  	\`version_last_action\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_parent_idx\` ON \`_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_slug_idx\` ON \`_pages_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_last_action_idx\` ON \`_pages_v\` (\`version_last_action\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_updated_at_idx\` ON \`_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_created_at_idx\` ON \`_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version__status_idx\` ON \`_pages_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_created_at_idx\` ON \`_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_updated_at_idx\` ON \`_pages_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_latest_idx\` ON \`_pages_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`services\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`layout\` text,
  	\`illustration\` text,
  	\`image_id\` text(36),
  	\`meta_description\` text,
  	\`slug\` text,
  	\`specialty\` text,
  	\`sort_order\` numeric DEFAULT 100,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`services_image_idx\` ON \`services\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`services_slug_idx\` ON \`services\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`services_specialty_idx\` ON \`services\` (\`specialty\`);`)
  await db.run(sql`CREATE INDEX \`services_sort_order_idx\` ON \`services\` (\`sort_order\`);`)
  await db.run(sql`CREATE INDEX \`services_last_action_idx\` ON \`services\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`services_updated_at_idx\` ON \`services\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`services_created_at_idx\` ON \`services\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`services__status_idx\` ON \`services\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_services_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_layout\` text,
  	\`version_illustration\` text,
  	\`version_image_id\` text(36),
  	\`version_meta_description\` text,
  	\`version_slug\` text,
  	\`version_specialty\` text,
  	\`version_sort_order\` numeric DEFAULT 100,
  	\`version_last_action\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_services_v_parent_idx\` ON \`_services_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_image_idx\` ON \`_services_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_slug_idx\` ON \`_services_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_specialty_idx\` ON \`_services_v\` (\`version_specialty\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_sort_order_idx\` ON \`_services_v\` (\`version_sort_order\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_last_action_idx\` ON \`_services_v\` (\`version_last_action\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_updated_at_idx\` ON \`_services_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version_created_at_idx\` ON \`_services_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_version_version__status_idx\` ON \`_services_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_created_at_idx\` ON \`_services_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_updated_at_idx\` ON \`_services_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_services_v_latest_idx\` ON \`_services_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`therapist_profiles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`staff_id\` text(36),
  	\`display_name\` text,
  	\`slug\` text,
  	\`credentials\` text,
  	\`pronouns\` text,
  	\`supervised_by\` text,
  	\`summary\` text,
  	\`bio\` text,
  	\`photo_id\` text(36),
  	\`specialties\` text,
  	\`languages\` text DEFAULT 'English',
  	\`formats\` text,
  	\`states\` text,
  	\`payers_note\` text,
  	\`is_accepting\` integer DEFAULT true,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`therapist_profiles_staff_idx\` ON \`therapist_profiles\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`therapist_profiles_display_name_idx\` ON \`therapist_profiles\` (\`display_name\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`therapist_profiles_slug_idx\` ON \`therapist_profiles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`therapist_profiles_photo_idx\` ON \`therapist_profiles\` (\`photo_id\`);`)
  await db.run(sql`CREATE INDEX \`therapist_profiles_last_action_idx\` ON \`therapist_profiles\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`therapist_profiles_updated_at_idx\` ON \`therapist_profiles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`therapist_profiles_created_at_idx\` ON \`therapist_profiles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`therapist_profiles__status_idx\` ON \`therapist_profiles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_therapist_profiles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_staff_id\` text(36),
  	\`version_display_name\` text,
  	\`version_slug\` text,
  	\`version_credentials\` text,
  	\`version_pronouns\` text,
  	\`version_supervised_by\` text,
  	\`version_summary\` text,
  	\`version_bio\` text,
  	\`version_photo_id\` text(36),
  	\`version_specialties\` text,
  	\`version_languages\` text DEFAULT 'English',
  	\`version_formats\` text,
  	\`version_states\` text,
  	\`version_payers_note\` text,
  	\`version_is_accepting\` integer DEFAULT true,
  	\`version_last_action\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`therapist_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_parent_idx\` ON \`_therapist_profiles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_staff_idx\` ON \`_therapist_profiles_v\` (\`version_staff_id\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_display_name_idx\` ON \`_therapist_profiles_v\` (\`version_display_name\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_slug_idx\` ON \`_therapist_profiles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_photo_idx\` ON \`_therapist_profiles_v\` (\`version_photo_id\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_last_action_idx\` ON \`_therapist_profiles_v\` (\`version_last_action\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_updated_at_idx\` ON \`_therapist_profiles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version_created_at_idx\` ON \`_therapist_profiles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_version_version__status_idx\` ON \`_therapist_profiles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_created_at_idx\` ON \`_therapist_profiles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_updated_at_idx\` ON \`_therapist_profiles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_therapist_profiles_v_latest_idx\` ON \`_therapist_profiles_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`slug\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`author_id\` text(36),
  	\`byline\` text,
  	\`topic\` text,
  	\`illustration\` text,
  	\`image_id\` text(36),
  	\`published_on\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`author_id\`) REFERENCES \`therapist_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_slug_idx\` ON \`posts\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`posts_author_idx\` ON \`posts\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_topic_idx\` ON \`posts\` (\`topic\`);`)
  await db.run(sql`CREATE INDEX \`posts_image_idx\` ON \`posts\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_published_on_idx\` ON \`posts\` (\`published_on\`);`)
  await db.run(sql`CREATE INDEX \`posts_last_action_idx\` ON \`posts\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`posts__status_idx\` ON \`posts\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_posts_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_slug\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_author_id\` text(36),
  	\`version_byline\` text,
  	\`version_topic\` text,
  	\`version_illustration\` text,
  	\`version_image_id\` text(36),
  	\`version_published_on\` text,
  	\`version_last_action\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_author_id\`) REFERENCES \`therapist_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_posts_v_parent_idx\` ON \`_posts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_slug_idx\` ON \`_posts_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_author_idx\` ON \`_posts_v\` (\`version_author_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_topic_idx\` ON \`_posts_v\` (\`version_topic\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_image_idx\` ON \`_posts_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_published_on_idx\` ON \`_posts_v\` (\`version_published_on\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_last_action_idx\` ON \`_posts_v\` (\`version_last_action\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_updated_at_idx\` ON \`_posts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version_created_at_idx\` ON \`_posts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_version_version__status_idx\` ON \`_posts_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_created_at_idx\` ON \`_posts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_updated_at_idx\` ON \`_posts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_posts_v_latest_idx\` ON \`_posts_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`redirects\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`old_path\` text NOT NULL,
  	\`new_path\` text NOT NULL,
  	\`is_permanent\` integer DEFAULT true,
  	\`is_active\` integer DEFAULT true,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`redirects_old_path_idx\` ON \`redirects\` (\`old_path\`);`)
  await db.run(sql`CREATE INDEX \`redirects_new_path_idx\` ON \`redirects\` (\`new_path\`);`)
  await db.run(sql`CREATE INDEX \`redirects_is_active_idx\` ON \`redirects\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`redirects_last_action_idx\` ON \`redirects\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`redirects_updated_at_idx\` ON \`redirects\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`redirects_created_at_idx\` ON \`redirects\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`locations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`phone\` text,
  	\`address_line1\` text,
  	\`address_line2\` text,
  	\`city\` text,
  	\`region\` text,
  	\`postal_code\` text,
  	\`hours\` text,
  	\`directions\` text,
  	\`accessibility\` text,
  	\`illustration\` text,
  	\`image_id\` text(36),
  	\`is_active\` integer DEFAULT true,
  	\`time_zone\` text DEFAULT 'America/Los_Angeles' NOT NULL,
  	\`place_of_service\` text DEFAULT '11',
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`locations_image_idx\` ON \`locations\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`locations_is_active_idx\` ON \`locations\` (\`is_active\`);`)
  await db.run(sql`CREATE INDEX \`locations_last_action_idx\` ON \`locations\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`locations_updated_at_idx\` ON \`locations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`locations_created_at_idx\` ON \`locations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text NOT NULL,
  	\`credit\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_small_url\` text,
  	\`sizes_small_width\` numeric,
  	\`sizes_small_height\` numeric,
  	\`sizes_small_mime_type\` text,
  	\`sizes_small_filesize\` numeric,
  	\`sizes_small_filename\` text,
  	\`sizes_large_url\` text,
  	\`sizes_large_width\` numeric,
  	\`sizes_large_height\` numeric,
  	\`sizes_large_mime_type\` text,
  	\`sizes_large_filesize\` numeric,
  	\`sizes_large_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_last_action_idx\` ON \`media\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_small_sizes_small_filename_idx\` ON \`media\` (\`sizes_small_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_large_sizes_large_filename_idx\` ON \`media\` (\`sizes_large_filename\`);`)
  await db.run(sql`CREATE TABLE \`campaigns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`goal\` text,
  	\`utm_source\` text,
  	\`utm_medium\` text,
  	\`utm_campaign\` text,
  	\`landing_page\` text,
  	\`channel\` text DEFAULT 'search' NOT NULL,
  	\`starts_on\` text,
  	\`ends_on\` text,
  	\`budget_cents\` numeric,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`campaigns_code_idx\` ON \`campaigns\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_utm_source_idx\` ON \`campaigns\` (\`utm_source\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_utm_medium_idx\` ON \`campaigns\` (\`utm_medium\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_utm_campaign_idx\` ON \`campaigns\` (\`utm_campaign\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_channel_idx\` ON \`campaigns\` (\`channel\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_starts_on_idx\` ON \`campaigns\` (\`starts_on\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_last_action_idx\` ON \`campaigns\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_updated_at_idx\` ON \`campaigns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_created_at_idx\` ON \`campaigns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`campaign_costs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`campaign_id\` text(36) NOT NULL,
  	\`spent_on\` text NOT NULL,
  	\`category\` text DEFAULT 'media' NOT NULL,
  	\`amount_cents\` numeric NOT NULL,
  	\`note\` text,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`campaign_costs_campaign_idx\` ON \`campaign_costs\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`campaign_costs_spent_on_idx\` ON \`campaign_costs\` (\`spent_on\`);`)
  await db.run(sql`CREATE INDEX \`campaign_costs_last_action_idx\` ON \`campaign_costs\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`campaign_costs_updated_at_idx\` ON \`campaign_costs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaign_costs_created_at_idx\` ON \`campaign_costs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tasks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`assignee_id\` text(36),
  	\`assigned_role\` text,
  	\`status\` text DEFAULT 'open',
  	\`due_at\` text,
  	\`is_urgent\` integer DEFAULT false,
  	\`done_at\` text,
  	\`done_by_id\` text(36),
  	\`kind\` text DEFAULT 'general',
  	\`closes_only_by\` text,
  	\`collection_slug\` text,
  	\`record_id\` text,
  	\`unique_key\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`assignee_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`done_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`tasks_assignee_idx\` ON \`tasks\` (\`assignee_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_assigned_role_idx\` ON \`tasks\` (\`assigned_role\`);`)
  await db.run(sql`CREATE INDEX \`tasks_status_idx\` ON \`tasks\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`tasks_due_at_idx\` ON \`tasks\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_is_urgent_idx\` ON \`tasks\` (\`is_urgent\`);`)
  await db.run(sql`CREATE INDEX \`tasks_done_by_idx\` ON \`tasks\` (\`done_by_id\`);`)
  await db.run(sql`CREATE INDEX \`tasks_kind_idx\` ON \`tasks\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`tasks_record_id_idx\` ON \`tasks\` (\`record_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`tasks_unique_key_idx\` ON \`tasks\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`tasks_pending_action_idx\` ON \`tasks\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`tasks_last_action_idx\` ON \`tasks\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`tasks_updated_at_idx\` ON \`tasks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tasks_created_at_idx\` ON \`tasks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`outbox\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`template\` text NOT NULL,
  	\`recipient_kind\` text NOT NULL,
  	\`recipient_id\` text NOT NULL,
  	\`refs\` text,
  	\`state\` text DEFAULT 'queued' NOT NULL,
  	\`queued_at\` text NOT NULL,
  	\`sent_at\` text,
  	\`attempts\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`outbox_unique_key_idx\` ON \`outbox\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`outbox_template_idx\` ON \`outbox\` (\`template\`);`)
  await db.run(sql`CREATE INDEX \`outbox_recipient_id_idx\` ON \`outbox\` (\`recipient_id\`);`)
  await db.run(sql`CREATE INDEX \`outbox_state_idx\` ON \`outbox\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`outbox_queued_at_idx\` ON \`outbox\` (\`queued_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_updated_at_idx\` ON \`outbox\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_created_at_idx\` ON \`outbox\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`overrides\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`rule_id\` text NOT NULL,
  	\`rule_message\` text NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`record_id\` text,
  	\`door\` text NOT NULL,
  	\`staff_id\` text(36),
  	\`roles\` text,
  	\`at\` text NOT NULL,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`overrides_unique_key_idx\` ON \`overrides\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`overrides_rule_id_idx\` ON \`overrides\` (\`rule_id\`);`)
  await db.run(sql`CREATE INDEX \`overrides_record_id_idx\` ON \`overrides\` (\`record_id\`);`)
  await db.run(sql`CREATE INDEX \`overrides_staff_idx\` ON \`overrides\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`overrides_at_idx\` ON \`overrides\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`overrides_record_uid_idx\` ON \`overrides\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`overrides_updated_at_idx\` ON \`overrides\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`overrides_created_at_idx\` ON \`overrides\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`portal_users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`email\` text NOT NULL,
  	\`patient_id\` text(36),
  	\`is_active\` integer DEFAULT true,
  	\`accepted_at\` text,
  	\`has_factor\` integer DEFAULT false,
  	\`password_hash\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`portal_users_email_idx\` ON \`portal_users\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`portal_users_patient_idx\` ON \`portal_users\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`portal_users_pending_action_idx\` ON \`portal_users\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`portal_users_last_action_idx\` ON \`portal_users\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`portal_users_updated_at_idx\` ON \`portal_users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`portal_users_created_at_idx\` ON \`portal_users\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`api_clients\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`purpose\` text,
  	\`owner_id\` text(36),
  	\`scopes\` text NOT NULL,
  	\`allowed_addresses\` text,
  	\`calls_per_minute\` numeric DEFAULT 120,
  	\`is_active\` integer DEFAULT true,
  	\`revoked_at\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`api_clients_name_idx\` ON \`api_clients\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`api_clients_owner_idx\` ON \`api_clients\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`api_clients_pending_action_idx\` ON \`api_clients\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`api_clients_last_action_idx\` ON \`api_clients\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`api_clients_updated_at_idx\` ON \`api_clients\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`api_clients_created_at_idx\` ON \`api_clients\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`api_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`client_id\` text(36) NOT NULL,
  	\`prefix\` text NOT NULL,
  	\`key_hash\` text NOT NULL,
  	\`issued_at\` text NOT NULL,
  	\`issued_by_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`revoked_at\` text,
  	\`revoked_by_id\` text(36),
  	\`last_used_at\` text,
  	\`last_used_from\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`client_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`issued_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`revoked_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`api_keys_unique_key_idx\` ON \`api_keys\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_client_idx\` ON \`api_keys\` (\`client_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_key_hash_idx\` ON \`api_keys\` (\`key_hash\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_issued_by_idx\` ON \`api_keys\` (\`issued_by_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_revoked_by_idx\` ON \`api_keys\` (\`revoked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_pending_action_idx\` ON \`api_keys\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_last_action_idx\` ON \`api_keys\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_updated_at_idx\` ON \`api_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_created_at_idx\` ON \`api_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`external_ids\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`record_key\` text NOT NULL,
  	\`client_id\` text(36) NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`record_id\` text NOT NULL,
  	\`value\` text NOT NULL,
  	\`is_current\` integer DEFAULT true,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`client_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`external_ids_unique_key_idx\` ON \`external_ids\` (\`unique_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`external_ids_record_key_idx\` ON \`external_ids\` (\`record_key\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_client_idx\` ON \`external_ids\` (\`client_id\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_record_id_idx\` ON \`external_ids\` (\`record_id\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_is_current_idx\` ON \`external_ids\` (\`is_current\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_pending_action_idx\` ON \`external_ids\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_last_action_idx\` ON \`external_ids\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_updated_at_idx\` ON \`external_ids\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`external_ids_created_at_idx\` ON \`external_ids\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`removed_records\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`record_id\` text NOT NULL,
  	\`removed_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`removed_records_unique_key_idx\` ON \`removed_records\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`collectionSlug_removedAt_recordId_idx\` ON \`removed_records\` (\`collection_slug\`,\`removed_at\`,\`record_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`url\` text NOT NULL,
  	\`events\` text NOT NULL,
  	\`state\` text DEFAULT 'active' NOT NULL,
  	\`pause_reason\` text,
  	\`paused_at\` text,
  	\`failing_since\` text,
  	\`last_delivered_at\` text,
  	\`previous_secret_ends_at\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`webhooks_name_idx\` ON \`webhooks\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_state_idx\` ON \`webhooks\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_record_uid_idx\` ON \`webhooks\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_pending_action_idx\` ON \`webhooks\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_last_action_idx\` ON \`webhooks\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_updated_at_idx\` ON \`webhooks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_created_at_idx\` ON \`webhooks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`webhook_deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`webhook_id\` text(36) NOT NULL,
  	\`event\` text NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`record_id\` text NOT NULL,
  	\`patient_id\` text,
  	\`occurred_at\` text NOT NULL,
  	\`state\` text DEFAULT 'queued' NOT NULL,
  	\`attempts\` numeric DEFAULT 0,
  	\`next_attempt_at\` text,
  	\`claimed_at\` text,
  	\`last_attempt_at\` text,
  	\`last_status\` numeric,
  	\`last_problem\` text,
  	\`last_milliseconds\` numeric,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`webhook_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`webhook_deliveries_unique_key_idx\` ON \`webhook_deliveries\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_webhook_idx\` ON \`webhook_deliveries\` (\`webhook_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_event_idx\` ON \`webhook_deliveries\` (\`event\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_record_id_idx\` ON \`webhook_deliveries\` (\`record_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_occurred_at_idx\` ON \`webhook_deliveries\` (\`occurred_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_state_idx\` ON \`webhook_deliveries\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_next_attempt_at_idx\` ON \`webhook_deliveries\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_pending_action_idx\` ON \`webhook_deliveries\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_last_action_idx\` ON \`webhook_deliveries\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_updated_at_idx\` ON \`webhook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_created_at_idx\` ON \`webhook_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_nextAttemptAt_idx\` ON \`webhook_deliveries\` (\`state\`,\`next_attempt_at\`);`)
  await db.run(sql`CREATE TABLE \`import_runs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`file_key\` text,
  	\`lock\` text,
  	\`kind\` text NOT NULL,
  	\`status\` text DEFAULT 'reading' NOT NULL,
  	\`stopped_in\` text,
  	\`sentence\` text,
  	\`file_name\` text,
  	\`encoding\` text,
  	\`headings_hash\` text,
  	\`line_count\` numeric DEFAULT 0,
  	\`done_count\` numeric DEFAULT 0,
  	\`problem_count\` numeric DEFAULT 0,
  	\`choice_count\` numeric DEFAULT 0,
  	\`written_count\` numeric DEFAULT 0,
  	\`linked_count\` numeric DEFAULT 0,
  	\`left_out_count\` numeric DEFAULT 0,
  	\`refused_count\` numeric DEFAULT 0,
  	\`undone_count\` numeric DEFAULT 0,
  	\`kept_count\` numeric DEFAULT 0,
  	\`uploaded_by\` text,
  	\`uploaded_by_name\` text,
  	\`acts_for\` text,
  	\`uploaded_at\` text,
  	\`mapped_at\` text,
  	\`started_at\` text,
  	\`finished_at\` text,
  	\`undone_at\` text,
  	\`leased_until\` text,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`import_runs_unique_key_idx\` ON \`import_runs\` (\`unique_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`import_runs_file_key_idx\` ON \`import_runs\` (\`file_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`import_runs_lock_idx\` ON \`import_runs\` (\`lock\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_kind_idx\` ON \`import_runs\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_status_idx\` ON \`import_runs\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_headings_hash_idx\` ON \`import_runs\` (\`headings_hash\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_uploaded_by_idx\` ON \`import_runs\` (\`uploaded_by\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_uploaded_at_idx\` ON \`import_runs\` (\`uploaded_at\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_record_uid_idx\` ON \`import_runs\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_pending_action_idx\` ON \`import_runs\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_last_action_idx\` ON \`import_runs\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_updated_at_idx\` ON \`import_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`import_runs_created_at_idx\` ON \`import_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`import_lines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`run_id\` text(36) NOT NULL,
  	\`uploaded_by\` text,
  	\`line\` numeric NOT NULL,
  	\`status\` text DEFAULT 'waiting' NOT NULL,
  	\`problem_count\` numeric DEFAULT 0,
  	\`is_choice\` integer DEFAULT false,
  	\`answer\` text,
  	\`answered_as\` text,
  	\`record_slug\` text,
  	\`record_id\` text,
  	\`record_rev\` numeric,
  	\`gave_number\` integer,
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`run_id\`) REFERENCES \`import_runs\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`import_lines_unique_key_idx\` ON \`import_lines\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_run_idx\` ON \`import_lines\` (\`run_id\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_uploaded_by_idx\` ON \`import_lines\` (\`uploaded_by\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_status_idx\` ON \`import_lines\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_record_id_idx\` ON \`import_lines\` (\`record_id\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_record_uid_idx\` ON \`import_lines\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_pending_action_idx\` ON \`import_lines\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_last_action_idx\` ON \`import_lines\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_updated_at_idx\` ON \`import_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`import_lines_created_at_idx\` ON \`import_lines\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`run_line_idx\` ON \`import_lines\` (\`run_id\`,\`line\`);`)
  await db.run(sql`CREATE INDEX \`run_problemCount_idx\` ON \`import_lines\` (\`run_id\`,\`problem_count\`);`)
  await db.run(sql`CREATE TABLE \`audit_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`chain_id\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`actor_kind\` text,
  	\`actor_id\` text,
  	\`actor_roles\` text,
  	\`session_id\` text,
  	\`on_behalf_of\` text,
  	\`purpose\` text,
  	\`action\` text,
  	\`outcome\` text,
  	\`surface\` text,
  	\`collection_slug\` text,
  	\`record_ids\` text,
  	\`patient_ids\` text,
  	\`patient\` text,
  	\`fields\` text,
  	\`reason\` text,
  	\`rules\` text,
  	\`rev\` numeric,
  	\`write_id\` text,
  	\`break_glass_id\` text,
  	\`result_count\` numeric,
  	\`query_shape\` text,
  	\`ip\` text,
  	\`ua_hash\` text,
  	\`request_id\` text,
  	\`canonical\` text,
  	\`prev_hash\` text,
  	\`hmac\` text,
  	\`key_id\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_events_at_idx\` ON \`audit_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_write_id_idx\` ON \`audit_events\` (\`write_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`chainId_seq_idx\` ON \`audit_events\` (\`chain_id\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`patient_at_idx\` ON \`audit_events\` (\`patient\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`actorId_at_idx\` ON \`audit_events\` (\`actor_id\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`action_at_idx\` ON \`audit_events\` (\`action\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`audit_checkpoints\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`chain_id\` text,
  	\`day\` text,
  	\`last_seq\` numeric,
  	\`last_hash\` text,
  	\`note\` text,
  	\`canonical\` text,
  	\`prev_hash\` text,
  	\`signature\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_checkpoints_number_idx\` ON \`audit_checkpoints\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`audit_checkpoints_at_idx\` ON \`audit_checkpoints\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_checkpoints_kind_idx\` ON \`audit_checkpoints\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`audit_checkpoints_chain_id_idx\` ON \`audit_checkpoints\` (\`chain_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_checkpoints_day_idx\` ON \`audit_checkpoints\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`audit_checkpoints_updated_at_idx\` ON \`audit_checkpoints\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_checkpoints_created_at_idx\` ON \`audit_checkpoints\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_subjects\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`chain_id\` text NOT NULL,
  	\`actor_id\` text,
  	\`patient\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_subjects_unique_key_idx\` ON \`audit_subjects\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`audit_subjects_chain_id_idx\` ON \`audit_subjects\` (\`chain_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_subjects_updated_at_idx\` ON \`audit_subjects\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_subjects_created_at_idx\` ON \`audit_subjects\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`patient_at_1_idx\` ON \`audit_subjects\` (\`patient\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`audit_verifications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`finished_at\` text,
  	\`extent\` text,
  	\`result\` text,
  	\`events\` numeric,
  	\`checkpoints\` numeric,
  	\`verified_up_to\` text,
  	\`problem_count\` numeric,
  	\`problems\` text,
  	\`notices\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_verifications_started_at_idx\` ON \`audit_verifications\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_verifications_result_idx\` ON \`audit_verifications\` (\`result\`);`)
  await db.run(sql`CREATE INDEX \`audit_verifications_updated_at_idx\` ON \`audit_verifications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_verifications_created_at_idx\` ON \`audit_verifications\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`access_reviews\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`week_starts_on\` text NOT NULL,
  	\`week_ends_on\` text NOT NULL,
  	\`status\` text DEFAULT 'open' NOT NULL,
  	\`line_count\` numeric,
  	\`people\` text,
  	\`due_at\` text,
  	\`outcome\` text,
  	\`closed_at\` text,
  	\`closed_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`closed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`access_reviews_unique_key_idx\` ON \`access_reviews\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_week_starts_on_idx\` ON \`access_reviews\` (\`week_starts_on\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_status_idx\` ON \`access_reviews\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_due_at_idx\` ON \`access_reviews\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_closed_by_idx\` ON \`access_reviews\` (\`closed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_record_uid_idx\` ON \`access_reviews\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_pending_action_idx\` ON \`access_reviews\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_last_action_idx\` ON \`access_reviews\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_updated_at_idx\` ON \`access_reviews\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`access_reviews_created_at_idx\` ON \`access_reviews\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`access_review_lines\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`review_id\` text(36) NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`roles\` text,
  	\`areas\` text,
  	\`times\` numeric,
  	\`first_at\` text,
  	\`last_at\` text,
  	\`is_emergency\` integer,
  	\`rev\` numeric,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`review_id\`) REFERENCES \`access_reviews\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`access_review_lines_unique_key_idx\` ON \`access_review_lines\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_review_idx\` ON \`access_review_lines\` (\`review_id\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_staff_idx\` ON \`access_review_lines\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_patient_idx\` ON \`access_review_lines\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_first_at_idx\` ON \`access_review_lines\` (\`first_at\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_last_action_idx\` ON \`access_review_lines\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_updated_at_idx\` ON \`access_review_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`access_review_lines_created_at_idx\` ON \`access_review_lines\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`break_glass_grants\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`patient_id\` text(36) NOT NULL,
  	\`status\` text DEFAULT 'active' NOT NULL,
  	\`reason_code\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`ended_at\` text,
  	\`ended_by\` text,
  	\`due_at\` text NOT NULL,
  	\`outcome\` text,
  	\`reviewed_at\` text,
  	\`reviewed_by_id\` text(36),
  	\`rev\` numeric,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`patient_id\`) REFERENCES \`patients\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reviewed_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`break_glass_grants_unique_key_idx\` ON \`break_glass_grants\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_staff_idx\` ON \`break_glass_grants\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_patient_idx\` ON \`break_glass_grants\` (\`patient_id\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_status_idx\` ON \`break_glass_grants\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_started_at_idx\` ON \`break_glass_grants\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_expires_at_idx\` ON \`break_glass_grants\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_due_at_idx\` ON \`break_glass_grants\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_reviewed_by_idx\` ON \`break_glass_grants\` (\`reviewed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_record_uid_idx\` ON \`break_glass_grants\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_pending_action_idx\` ON \`break_glass_grants\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_last_action_idx\` ON \`break_glass_grants\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_updated_at_idx\` ON \`break_glass_grants\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`break_glass_grants_created_at_idx\` ON \`break_glass_grants\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`auth_factors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`surface\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`label\` text,
  	\`confirmed_at\` text,
  	\`last_used_at\` text,
  	\`last_used_step\` numeric,
  	\`credential_id\` text,
  	\`public_key\` text,
  	\`sign_count\` numeric,
  	\`transports\` text,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`auth_factors_user_id_idx\` ON \`auth_factors\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`auth_factors_credential_id_idx\` ON \`auth_factors\` (\`credential_id\`);`)
  await db.run(sql`CREATE INDEX \`auth_factors_record_uid_idx\` ON \`auth_factors\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`auth_factors_updated_at_idx\` ON \`auth_factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`auth_factors_created_at_idx\` ON \`auth_factors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`auth_sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`session_id\` text NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`surface\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`absolute_expires_at\` text NOT NULL,
  	\`last_seen_at\` text,
  	\`password_at\` text,
  	\`mfa_at\` text,
  	\`mfa_method\` text,
  	\`revoked_at\` text,
  	\`acting_for\` text,
  	\`ua_hash\` text,
  	\`device\` text,
  	\`ip\` text,
  	\`challenge\` text,
  	\`challenge_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`auth_sessions_session_id_idx\` ON \`auth_sessions\` (\`session_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`auth_sessions_token_hash_idx\` ON \`auth_sessions\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`auth_sessions_user_id_idx\` ON \`auth_sessions\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`auth_sessions_updated_at_idx\` ON \`auth_sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`auth_sessions_created_at_idx\` ON \`auth_sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`auth_tokens\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`token_hash\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`surface\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`nonce\` text NOT NULL,
  	\`email\` text,
  	\`expires_at\` text NOT NULL,
  	\`used_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`auth_tokens_token_hash_idx\` ON \`auth_tokens\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`auth_tokens_user_id_idx\` ON \`auth_tokens\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`auth_tokens_updated_at_idx\` ON \`auth_tokens\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`auth_tokens_created_at_idx\` ON \`auth_tokens\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`recovery_codes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code_hash\` text NOT NULL,
  	\`surface\` text NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`issued_at\` text NOT NULL,
  	\`used_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`recovery_codes_code_hash_idx\` ON \`recovery_codes\` (\`code_hash\`);`)
  await db.run(sql`CREATE INDEX \`recovery_codes_user_id_idx\` ON \`recovery_codes\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`recovery_codes_updated_at_idx\` ON \`recovery_codes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`recovery_codes_created_at_idx\` ON \`recovery_codes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`idempotency_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`body_hash\` text NOT NULL,
  	\`door\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`record_id\` text,
  	\`owner\` text,
  	\`started_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`idempotency_keys_unique_key_idx\` ON \`idempotency_keys\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`idempotency_keys_started_at_idx\` ON \`idempotency_keys\` (\`started_at\`);`)
  await db.run(sql`CREATE INDEX \`idempotency_keys_updated_at_idx\` ON \`idempotency_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`idempotency_keys_created_at_idx\` ON \`idempotency_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`data_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`ring\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`kid\` text NOT NULL,
  	\`wrapped\` text NOT NULL,
  	\`provider_key_id\` text NOT NULL,
  	\`issued_at\` text NOT NULL,
  	\`retired_at\` text,
  	\`is_needed\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`data_keys_unique_key_idx\` ON \`data_keys\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_subject_idx\` ON \`data_keys\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_kid_idx\` ON \`data_keys\` (\`kid\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_provider_key_id_idx\` ON \`data_keys\` (\`provider_key_id\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_issued_at_idx\` ON \`data_keys\` (\`issued_at\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_retired_at_idx\` ON \`data_keys\` (\`retired_at\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_updated_at_idx\` ON \`data_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`data_keys_created_at_idx\` ON \`data_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`key_rotations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`title\` text,
  	\`kind\` text NOT NULL,
  	\`ring\` text NOT NULL,
  	\`phase\` text NOT NULL,
  	\`done_count\` numeric DEFAULT 0,
  	\`total_count\` numeric DEFAULT 0,
  	\`unreadable_count\` numeric DEFAULT 0,
  	\`result\` text,
  	\`started_at\` text,
  	\`started_by_id\` text(36),
  	\`finished_at\` text,
  	\`phase_since\` text,
  	\`old_key_id\` text,
  	\`leased_until\` text,
  	\`rev\` numeric,
  	\`pending_action\` text,
  	\`last_action\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`started_by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`key_rotations_unique_key_idx\` ON \`key_rotations\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`key_rotations_phase_idx\` ON \`key_rotations\` (\`phase\`);`)
  await db.run(sql`CREATE INDEX \`key_rotations_started_by_idx\` ON \`key_rotations\` (\`started_by_id\`);`)
  await db.run(sql`CREATE INDEX \`key_rotations_pending_action_idx\` ON \`key_rotations\` (\`pending_action\`);`)
  await db.run(sql`CREATE INDEX \`key_rotations_last_action_idx\` ON \`key_rotations\` (\`last_action\`);`)
  await db.run(sql`CREATE INDEX \`key_rotations_updated_at_idx\` ON \`key_rotations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`key_rotations_created_at_idx\` ON \`key_rotations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`job_runs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`job\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`finished_at\` text,
  	\`summary\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`job_runs_unique_key_idx\` ON \`job_runs\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`job_runs_updated_at_idx\` ON \`job_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`job_runs_created_at_idx\` ON \`job_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`kept_searches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`unique_key\` text NOT NULL,
  	\`staff_id\` text(36) NOT NULL,
  	\`list\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`record_uid\` text,
  	\`sealed\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`kept_searches_unique_key_idx\` ON \`kept_searches\` (\`unique_key\`);`)
  await db.run(sql`CREATE INDEX \`kept_searches_staff_idx\` ON \`kept_searches\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`kept_searches_expires_at_idx\` ON \`kept_searches\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`kept_searches_record_uid_idx\` ON \`kept_searches\` (\`record_uid\`);`)
  await db.run(sql`CREATE INDEX \`kept_searches_updated_at_idx\` ON \`kept_searches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`kept_searches_created_at_idx\` ON \`kept_searches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`meta\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`staff_id\` text(36),
  	\`portal_users_id\` text(36),
  	\`api_clients_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`portal_users_id\`) REFERENCES \`portal_users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`api_clients_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_staff_id_idx\` ON \`payload_preferences_rels\` (\`staff_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_portal_users_id_idx\` ON \`payload_preferences_rels\` (\`portal_users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_api_clients_id_idx\` ON \`payload_preferences_rels\` (\`api_clients_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`practice\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text DEFAULT 'Our practice' NOT NULL,
  	\`legal_name\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`time_zone\` text DEFAULT 'America/Los_Angeles' NOT NULL,
  	\`npi\` text,
  	\`taxonomy\` text,
  	\`tax_id\` text,
  	\`address_line1\` text,
  	\`city\` text,
  	\`region\` text,
  	\`postal_code\` text,
  	\`neutral_sender\` text,
  	\`submitter_id\` text,
  	\`receiver_id\` text,
  	\`receiver_name\` text,
  	\`is_test_mode\` integer DEFAULT true,
  	\`part2_program\` text DEFAULT 'none' NOT NULL,
  	\`privacy_notice\` text,
  	\`privacy_notice_effective_on\` text,
  	\`estimate_notice\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`sign_in_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`is_factor_required\` integer DEFAULT true,
  	\`staff_idle_minutes\` numeric DEFAULT 15 NOT NULL,
  	\`staff_hours\` numeric DEFAULT 12 NOT NULL,
  	\`portal_idle_minutes\` numeric DEFAULT 30 NOT NULL,
  	\`portal_hours\` numeric DEFAULT 12 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`rule_settings_exceptions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`level\` text NOT NULL,
  	\`target\` text NOT NULL,
  	\`setting\` text NOT NULL,
  	\`value\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rule_settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rule_settings_exceptions_order_idx\` ON \`rule_settings_exceptions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`rule_settings_exceptions_parent_id_idx\` ON \`rule_settings_exceptions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rule_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`practice_first_response_business_days\` numeric DEFAULT 1 NOT NULL,
  	\`practice_waitlist_check_in_days\` numeric DEFAULT 14 NOT NULL,
  	\`practice_emergency_papers_hours\` numeric DEFAULT 24 NOT NULL,
  	\`practice_eligibility_max_age_days\` numeric DEFAULT 30 NOT NULL,
  	\`practice_plan_due_sessions\` numeric DEFAULT 3 NOT NULL,
  	\`practice_plan_due_days\` numeric DEFAULT 30 NOT NULL,
  	\`practice_plan_extension_days\` numeric DEFAULT 7 NOT NULL,
  	\`practice_plan_review_days\` numeric DEFAULT 90 NOT NULL,
  	\`practice_comment_answer_days\` numeric DEFAULT 7 NOT NULL,
  	\`practice_max_backdate_days\` numeric DEFAULT 14 NOT NULL,
  	\`practice_early_start_minutes\` numeric DEFAULT 15 NOT NULL,
  	\`practice_note_due_hours\` numeric DEFAULT 24 NOT NULL,
  	\`practice_late_entry_hours\` numeric DEFAULT 72 NOT NULL,
  	\`practice_units_warning\` numeric DEFAULT 3 NOT NULL,
  	\`practice_late_cancel_hours\` numeric DEFAULT 24 NOT NULL,
  	\`practice_filing_limit_days\` numeric DEFAULT 365 NOT NULL,
  	\`practice_filing_alarm_percent\` numeric DEFAULT 80 NOT NULL,
  	\`practice_statement_minimum_cents\` numeric DEFAULT 100 NOT NULL,
  	\`practice_approval_limit_cents\` numeric DEFAULT 10000 NOT NULL,
  	\`practice_caseload_extra\` numeric DEFAULT 2 NOT NULL,
  	\`practice_crisis_contact_hours\` numeric DEFAULT 4 NOT NULL,
  	\`practice_signing_window_minutes\` numeric DEFAULT 5 NOT NULL,
  	\`practice_inquiries_per_hour\` numeric DEFAULT 5 NOT NULL,
  	\`practice_inquiries_per_hour_total\` numeric DEFAULT 60 NOT NULL,
  	\`practice_audit_retention_years\` numeric DEFAULT 7 NOT NULL,
  	\`practice_access_request_days\` numeric DEFAULT 30 NOT NULL,
  	\`practice_access_extension_days\` numeric DEFAULT 30 NOT NULL,
  	\`practice_amendment_days\` numeric DEFAULT 60 NOT NULL,
  	\`practice_amendment_extension_days\` numeric DEFAULT 30 NOT NULL,
  	\`practice_accounting_days\` numeric DEFAULT 60 NOT NULL,
  	\`practice_accounting_years\` numeric DEFAULT 6 NOT NULL,
  	\`practice_emergency_minutes\` numeric DEFAULT 60 NOT NULL,
  	\`practice_emergency_review_days\` numeric DEFAULT 5 NOT NULL,
  	\`practice_small_cell\` numeric DEFAULT 5 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`setup\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`left_out\` text,
  	\`key_copy_of\` text,
  	\`key_copy_at\` text,
  	\`mail_tested_with\` text,
  	\`mail_tested_at\` text,
  	\`finished_at\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`site_header_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`href\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_header\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_header_links_order_idx\` ON \`site_header_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_header_links_parent_id_idx\` ON \`site_header_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`site_header\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`inquiry_label\` text DEFAULT 'Ask for an appointment',
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`site_footer_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text NOT NULL,
  	\`href\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_footer\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_footer_links_order_idx\` ON \`site_footer_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_footer_links_parent_id_idx\` ON \`site_footer_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`site_footer\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`response_note\` text,
  	\`small_print\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`payload_jobs_stats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stats\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`inquiries\`;`)
  await db.run(sql`DROP TABLE \`waitlist_entries\`;`)
  await db.run(sql`DROP TABLE \`referrers\`;`)
  await db.run(sql`DROP TABLE \`patients\`;`)
  await db.run(sql`DROP TABLE \`related_persons\`;`)
  await db.run(sql`DROP TABLE \`proxies\`;`)
  await db.run(sql`DROP TABLE \`packet_items\`;`)
  await db.run(sql`DROP TABLE \`consent_templates\`;`)
  await db.run(sql`DROP TABLE \`consents\`;`)
  await db.run(sql`DROP TABLE \`care_team_assignments\`;`)
  await db.run(sql`DROP TABLE \`care_episodes\`;`)
  await db.run(sql`DROP TABLE \`appointments\`;`)
  await db.run(sql`DROP TABLE \`sessions\`;`)
  await db.run(sql`DROP TABLE \`availability\`;`)
  await db.run(sql`DROP TABLE \`closures\`;`)
  await db.run(sql`DROP TABLE \`rooms\`;`)
  await db.run(sql`DROP TABLE \`on_call_shifts\`;`)
  await db.run(sql`DROP TABLE \`slot_holds\`;`)
  await db.run(sql`DROP TABLE \`calendar_feeds\`;`)
  await db.run(sql`DROP TABLE \`intake_assessments\`;`)
  await db.run(sql`DROP TABLE \`measures\`;`)
  await db.run(sql`DROP TABLE \`measure_responses\`;`)
  await db.run(sql`DROP TABLE \`diagnoses\`;`)
  await db.run(sql`DROP TABLE \`treatment_plans\`;`)
  await db.run(sql`DROP TABLE \`plan_problems\`;`)
  await db.run(sql`DROP TABLE \`plan_goals\`;`)
  await db.run(sql`DROP TABLE \`plan_objectives\`;`)
  await db.run(sql`DROP TABLE \`plan_interventions\`;`)
  await db.run(sql`DROP TABLE \`plan_comments\`;`)
  await db.run(sql`DROP TABLE \`risk_events\`;`)
  await db.run(sql`DROP TABLE \`safety_plans\`;`)
  await db.run(sql`DROP TABLE \`progress_notes\`;`)
  await db.run(sql`DROP TABLE \`addenda\`;`)
  await db.run(sql`DROP TABLE \`psychotherapy_notes\`;`)
  await db.run(sql`DROP TABLE \`documents\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`disclosures\`;`)
  await db.run(sql`DROP TABLE \`chart_exports\`;`)
  await db.run(sql`DROP TABLE \`record_requests\`;`)
  await db.run(sql`DROP TABLE \`amendment_requests\`;`)
  await db.run(sql`DROP TABLE \`outside_care\`;`)
  await db.run(sql`DROP TABLE \`part2_labels\`;`)
  await db.run(sql`DROP TABLE \`legal_holds\`;`)
  await db.run(sql`DROP TABLE \`retention_rules\`;`)
  await db.run(sql`DROP TABLE \`destruction_lists\`;`)
  await db.run(sql`DROP TABLE \`destruction_lines\`;`)
  await db.run(sql`DROP TABLE \`claims\`;`)
  await db.run(sql`DROP TABLE \`charges\`;`)
  await db.run(sql`DROP TABLE \`remittances\`;`)
  await db.run(sql`DROP TABLE \`remittance_items\`;`)
  await db.run(sql`DROP TABLE \`statements\`;`)
  await db.run(sql`DROP TABLE \`payments\`;`)
  await db.run(sql`DROP TABLE \`insurance_policies\`;`)
  await db.run(sql`DROP TABLE \`eligibility_checks\`;`)
  await db.run(sql`DROP TABLE \`authorizations\`;`)
  await db.run(sql`DROP TABLE \`authorization_units\`;`)
  await db.run(sql`DROP TABLE \`claim_batches\`;`)
  await db.run(sql`DROP TABLE \`claim_lines\`;`)
  await db.run(sql`DROP TABLE \`postings\`;`)
  await db.run(sql`DROP TABLE \`ledger_entries\`;`)
  await db.run(sql`DROP TABLE \`payers\`;`)
  await db.run(sql`DROP TABLE \`payer_rules\`;`)
  await db.run(sql`DROP TABLE \`payer_enrollments\`;`)
  await db.run(sql`DROP TABLE \`fee_schedules\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`staff_roles\`;`)
  await db.run(sql`DROP TABLE \`staff\`;`)
  await db.run(sql`DROP TABLE \`role_grants\`;`)
  await db.run(sql`DROP TABLE \`handovers\`;`)
  await db.run(sql`DROP TABLE \`credentials\`;`)
  await db.run(sql`DROP TABLE \`supervision_agreements\`;`)
  await db.run(sql`DROP TABLE \`pages\`;`)
  await db.run(sql`DROP TABLE \`_pages_v\`;`)
  await db.run(sql`DROP TABLE \`services\`;`)
  await db.run(sql`DROP TABLE \`_services_v\`;`)
  await db.run(sql`DROP TABLE \`therapist_profiles\`;`)
  await db.run(sql`DROP TABLE \`_therapist_profiles_v\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`_posts_v\`;`)
  await db.run(sql`DROP TABLE \`redirects\`;`)
  await db.run(sql`DROP TABLE \`locations\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`campaigns\`;`)
  await db.run(sql`DROP TABLE \`campaign_costs\`;`)
  await db.run(sql`DROP TABLE \`tasks\`;`)
  await db.run(sql`DROP TABLE \`outbox\`;`)
  await db.run(sql`DROP TABLE \`overrides\`;`)
  await db.run(sql`DROP TABLE \`portal_users\`;`)
  await db.run(sql`DROP TABLE \`api_clients\`;`)
  await db.run(sql`DROP TABLE \`api_keys\`;`)
  await db.run(sql`DROP TABLE \`external_ids\`;`)
  await db.run(sql`DROP TABLE \`removed_records\`;`)
  await db.run(sql`DROP TABLE \`webhooks\`;`)
  await db.run(sql`DROP TABLE \`webhook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`import_runs\`;`)
  await db.run(sql`DROP TABLE \`import_lines\`;`)
  await db.run(sql`DROP TABLE \`audit_events\`;`)
  await db.run(sql`DROP TABLE \`audit_checkpoints\`;`)
  await db.run(sql`DROP TABLE \`audit_subjects\`;`)
  await db.run(sql`DROP TABLE \`audit_verifications\`;`)
  await db.run(sql`DROP TABLE \`access_reviews\`;`)
  await db.run(sql`DROP TABLE \`access_review_lines\`;`)
  await db.run(sql`DROP TABLE \`break_glass_grants\`;`)
  await db.run(sql`DROP TABLE \`auth_factors\`;`)
  await db.run(sql`DROP TABLE \`auth_sessions\`;`)
  await db.run(sql`DROP TABLE \`auth_tokens\`;`)
  await db.run(sql`DROP TABLE \`recovery_codes\`;`)
  await db.run(sql`DROP TABLE \`idempotency_keys\`;`)
  await db.run(sql`DROP TABLE \`data_keys\`;`)
  await db.run(sql`DROP TABLE \`key_rotations\`;`)
  await db.run(sql`DROP TABLE \`job_runs\`;`)
  await db.run(sql`DROP TABLE \`kept_searches\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`practice\`;`)
  await db.run(sql`DROP TABLE \`sign_in_settings\`;`)
  await db.run(sql`DROP TABLE \`rule_settings_exceptions\`;`)
  await db.run(sql`DROP TABLE \`rule_settings\`;`)
  await db.run(sql`DROP TABLE \`setup\`;`)
  await db.run(sql`DROP TABLE \`site_header_links\`;`)
  await db.run(sql`DROP TABLE \`site_header\`;`)
  await db.run(sql`DROP TABLE \`site_footer_links\`;`)
  await db.run(sql`DROP TABLE \`site_footer\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_stats\`;`)
}
