export const APPOINTMENT_KINDS = [
  { value: 'intake', label: 'Intake' },
  { value: 'individual', label: 'Individual' },
  { value: 'family', label: 'Family' },
  { value: 'group', label: 'Group' },
] as const

export const VISIT_FORMATS = [
  { value: 'inPerson', label: 'In person' },
  { value: 'video', label: 'Video' },
  { value: 'phone', label: 'Phone' },
] as const

export const CANCEL_KINDS = [
  { value: 'patientEarly', label: 'By the patient, in time' },
  { value: 'patientLate', label: 'By the patient, late' },
  { value: 'clinician', label: 'By the clinician' },
  { value: 'office', label: 'By the office' },
] as const

/** States in which an appointment takes up its time. */
export const LIVE_STATUSES = ['booked', 'checkedIn', 'inSession'] as const

/** States in which it counts as one of the patient's meetings (R17). */
export const MEETING_STATUSES = ['booked', 'checkedIn', 'inSession', 'completed'] as const
