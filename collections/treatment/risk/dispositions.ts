/** What was done about a risk (clinical reference 4.3). */
export const dispositions = [
  { value: 'continueOutpatient', label: 'Continue outpatient care' },
  { value: 'safetyPlan', label: 'Safety plan made or updated' },
  { value: 'moreContact', label: 'More frequent contact' },
  { value: 'meansCounseling', label: 'Counseling on access to means' },
  { value: 'consultation', label: 'Consultation' },
  { value: 'familyInformed', label: 'Family informed' },
  { value: 'crisisLine', label: 'Connected to 988' },
  { value: 'emergency', label: 'Emergency department or 911' },
  { value: 'hospital', label: 'Hospital admission' },
] as const
