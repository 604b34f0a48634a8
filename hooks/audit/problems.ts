export type ProblemKind =
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'reordered'
  | 'checkpoint-missing'
  | 'checkpoint-changed'
  | 'database-set-back'
  | 'clock-moved-back'

/** One thing the check of the access log found, with the place and a sentence. */
export type Problem = {
  kind: ProblemKind
  /** Day of the chain (UTC); empty where there is none. */
  day: string
  chainId: string
  /** Place in the chain; 0 for what concerns the chain or a checkpoint as a whole. */
  seq: number
  /** Row id of the event; empty when it is gone. */
  eventId: string
  message: string
}

/** Worth knowing and explaining, but no sign that the log itself was altered. */
export const isNotice = ({ kind }: Problem): boolean =>
  kind === 'clock-moved-back' || kind === 'database-set-back'
