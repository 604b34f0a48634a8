export const rotationKinds = [
  { value: 'wrapping', label: 'The key that locks all others' },
  { value: 'data', label: 'The keys of every patient and record' },
] as const

export const rotatedRings = [
  { value: 'general', label: 'Records, messages and files' },
  { value: 'psychotherapy', label: 'Psychotherapy notes' },
] as const

/** In this order; of the last two before the end `texts` is for data keys, `checking` for wrapping keys. */
export const rotationPhases = [
  { value: 'keys', label: 'Making new keys' },
  { value: 'waiting', label: 'Waiting until no server uses the old ones' },
  { value: 'texts', label: 'Encrypting everything anew' },
  { value: 'checking', label: 'Putting the old keys out of use' },
  { value: 'done', label: 'Done' },
] as const

export type RotationPhase = (typeof rotationPhases)[number]['value']
export type RotationKind = (typeof rotationKinds)[number]['value']
export type RotatedRing = (typeof rotatedRings)[number]['value']
