type Sender = {
  practice: { name: string; addressLines: readonly string[]; phone: string }
  /** What the practice has for envelopes that must not say what it is. */
  neutralLines: readonly string[]
}

/** The first lines of what is printed for a patient. */
export type Letterhead = {
  /** Without a name where the patient asked that nothing says who writes (45 CFR 164.522(b)). */
  senderLines: readonly string[]
  isNeutral: boolean
}

/** The name, place and number of the practice, or what says nothing about it. */
export const letterheadOf = (
  { practice, neutralLines }: Sender,
  isNeutral: boolean,
): Letterhead => {
  const open = [practice.name, ...practice.addressLines, practice.phone]
  const plain = neutralLines.length ? neutralLines : practice.addressLines
  return { senderLines: (isNeutral ? plain : open).filter(Boolean), isNeutral }
}

/** Who a file says it is from, in its properties and at its foot; empty on plain paper. */
export const signedBy = ({ isNeutral }: Letterhead, practiceName: string): string =>
  isNeutral ? '' : practiceName
