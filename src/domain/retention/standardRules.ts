import type { RetentionRule } from './retention'

/**
 * What a new practice begins with, to be confirmed by its counsel and completed for its states: the law
 * differs from state to state and the longest rule wins.
 */
export const standardRules: readonly RetentionRule[] = [
  {
    state: '*',
    recordClass: 'clinical',
    yearsFromService: 7,
    yearsFromMajority: 3,
    majorityAge: 18,
    citation: 'APA record keeping guidelines (2007), guideline 7',
  },
  {
    state: '*',
    recordClass: 'psychotherapy',
    yearsFromService: 7,
    yearsFromMajority: 3,
    majorityAge: 18,
    citation: 'APA record keeping guidelines (2007), guideline 7',
  },
  {
    state: '*',
    recordClass: 'billing',
    yearsFromService: 10,
    yearsFromMajority: null,
    majorityAge: 18,
    citation: '31 U.S.C. 3731(b): claims to the government may be questioned for ten years',
  },
]
