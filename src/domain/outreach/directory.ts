export type DirectoryProfile = {
  /** Caseload cap. */
  capacity: number
  caseload: number
  /** `expiresOn` is the last day on which a license is good. */
  licenses: { state: string; expiresOn: string }[]
  onLeave: boolean
  isAccepting: boolean
  isPublished: boolean
}

export type Listing = {
  isListed: boolean
  ruleId: 'R96' | 'R105' | null
  /** "Not listed: on leave." for staff; the website says nothing. */
  reason: string | null
}

/**
 * Whether a therapist stands in the public directory on a date (R105, and R96 for the caseload): the
 * first obstacle is named. One license that is good is enough, since not every state's need be.
 */
export const isListed = ({ on, ...profile }: DirectoryProfile & { on: string }): Listing => {
  const obstacle = OBSTACLES.find(({ stands }) => stands({ ...profile, on }))
  if (!obstacle) return { isListed: true, ruleId: null, reason: null }
  return {
    isListed: false,
    ruleId: obstacle.ruleId,
    reason: `Not listed: ${obstacle.words(profile)}.`,
  }
}

type Obstacle = {
  ruleId: 'R96' | 'R105'
  stands: (profile: DirectoryProfile & { on: string }) => boolean
  words: (profile: DirectoryProfile) => string
}

const OBSTACLES: Obstacle[] = [
  { ruleId: 'R105', stands: ({ isPublished }) => !isPublished, words: () => 'not published' },
  { ruleId: 'R105', stands: ({ onLeave }) => onLeave, words: () => 'on leave' },
  {
    ruleId: 'R105',
    stands: ({ licenses }) => licenses.length === 0,
    words: () => 'no verified license on file',
  },
  {
    ruleId: 'R105',
    stands: ({ licenses, on }) => licenses.every(({ expiresOn }) => expiresOn < on),
    words: () => 'license expired',
  },
  {
    ruleId: 'R105',
    stands: ({ isAccepting }) => !isAccepting,
    words: () => 'not taking new clients',
  },
  {
    ruleId: 'R96',
    stands: ({ capacity, caseload }) => caseload >= capacity,
    words: ({ capacity, caseload }) => `full (${caseload}/${capacity})`,
  },
]
