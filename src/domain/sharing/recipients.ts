/** Who gets something out of a chart. */
export const recipientKinds = [
  { value: 'provider', label: 'Doctor, hospital or another provider' },
  { value: 'insurer', label: 'Insurance company' },
  { value: 'lawyer', label: 'Lawyer' },
  { value: 'court', label: 'Court or authority' },
  { value: 'school', label: 'School' },
  { value: 'employer', label: 'Employer' },
  { value: 'family', label: 'Family or friend' },
  { value: 'patient', label: 'The patient' },
  { value: 'other', label: 'Somebody else' },
] as const

export type RecipientKind = (typeof recipientKinds)[number]['value']

/** Why it goes there. */
export const sharingPurposes = [
  { value: 'care', label: 'Care by somebody else' },
  { value: 'ownRequest', label: 'The patient asked for it' },
  { value: 'payment', label: 'Payment or insurance' },
  { value: 'legal', label: 'A legal matter' },
  { value: 'benefits', label: 'Disability, leave or benefits' },
  { value: 'school', label: 'School' },
  { value: 'safety', label: 'Somebody is in danger' },
  { value: 'quality', label: 'Audit or quality' },
  { value: 'other', label: 'Something else' },
] as const

export const sendMethods = [
  { value: 'portal', label: "On the patient's private page" },
  { value: 'printed', label: 'Printed and handed over' },
  { value: 'mail', label: 'Secure mail, by hand' },
  { value: 'fax', label: 'Fax, by hand' },
  { value: 'spoken', label: 'Told by phone or in person' },
] as const

/** How somebody made sure that the right person gets it (45 CFR 164.514(h)). */
export const verifications = [
  { value: 'portal', label: 'Signed in on the private page' },
  { value: 'photoId', label: 'Photo identification seen' },
  { value: 'knownPerson', label: 'Known to us in person' },
  { value: 'calledBack', label: 'Called back on a number we found ourselves' },
  { value: 'knownAddress', label: 'Address or fax number checked against a public directory' },
  { value: 'courtPaper', label: 'Original court paper seen' },
] as const
