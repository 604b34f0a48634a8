/** What a service or a therapist can be about; codes are stored, labels are shown. */
export const specialties = {
  anxiety: 'Anxiety',
  depression: 'Depression',
  trauma: 'Trauma and PTSD',
  grief: 'Grief and loss',
  couples: 'Couples and relationships',
  family: 'Family',
  teens: 'Teens',
  ocd: 'OCD',
  adhd: 'ADHD',
  stress: 'Stress and burnout',
  sleep: 'Sleep',
  perinatal: 'Pregnancy and new parents',
  identity: 'LGBTQ+ and identity',
  lifeChanges: 'Life changes',
} as const

export type Specialty = keyof typeof specialties

export const sessionFormats = {
  inPerson: 'In person',
  video: 'Video',
  phone: 'Phone',
} as const

export type OfferedFormat = keyof typeof sessionFormats

/** Codes of a space-separated list, in the order given, without repeats. */
export const codesIn = (text: string | null | undefined): string[] => [
  ...new Set((text ?? '').split(/[\s,]+/).filter(Boolean)),
]

/** Names of a comma-separated list, such as languages. */
export const namesIn = (text: string | null | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

const usStates =
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming'

/** Two-letter codes of the states, for licensure, with their names. */
export const stateNames: Readonly<Record<string, string>> = Object.fromEntries(
  usStates.split(',').map((entry) => [entry.slice(0, 2), entry.slice(3)]),
)
