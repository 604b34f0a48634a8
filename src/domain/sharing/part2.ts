/** Whether the practice, or a part of it, is a program under 42 CFR part 2. */
export const part2Programs = [
  { value: 'none', label: 'No' },
  { value: 'part', label: 'A part of it: patients are put into the program one by one' },
  { value: 'all', label: 'All of it: every record is a Part 2 record' },
] as const

// The wording of 42 CFR 2.32(a)(1), which has to travel with every disclosure made with consent.
export const part2Notice =
  '42 CFR part 2 prohibits unauthorized use or disclosure of these records. This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as otherwise authorized by a court order under 42 CFR part 2, subpart E, after notice and an opportunity for the patient to be heard.'
