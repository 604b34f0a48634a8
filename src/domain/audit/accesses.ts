import { areaOf, isPrivateArea } from './areas'

/** One access as the log has it, with a name and role for the person. */
export type NamedAccess = {
  at: string
  /** Person, by id; the same person is one line per day and area. */
  actorId: string
  name: string
  role: string
  collectionSlug: string
  /** True when something was written, not only read. */
  isChange: boolean
  /** True when the record was open in an emergency (R106) or was being opened so. */
  isEmergency: boolean
}

/** A line for the patient: who, what and when, in words, without ids. */
export type AccessLine = {
  /** Latest instant, ISO. */
  at: string
  /** First instant of the same day, ISO; equal to `at` for a single access. */
  firstAt: string
  name: string
  role: string
  /** "your appointments, your treatment plan" */
  saw: string[]
  changed: string[]
  /** The person opened the record in an emergency; every such access is reviewed. */
  isEmergency: boolean
}

const inWords = (accesses: readonly NamedAccess[]): string[] => [
  ...new Set(
    accesses
      .map(({ collectionSlug }) => areaOf(collectionSlug).yours)
      .filter((words): words is string => words !== null),
  ),
]

/**
 * What a patient is shown of the accesses to the own record: one line per person and day, newest first;
 * what was opened in an emergency has a line of its own.
 * `dayOf` puts an instant on the practice's calendar. Private notes of a therapist are never among them.
 */
export const accessLines = (
  accesses: readonly NamedAccess[],
  dayOf: (instant: string) => string,
): AccessLine[] => {
  const groups = new Map<string, NamedAccess[]>()
  for (const access of accesses) {
    const { actorId, at, collectionSlug, isEmergency } = access
    const isTold = areaOf(collectionSlug).yours !== null || isEmergency
    if (isPrivateArea(collectionSlug) || !isTold) continue
    const key = `${dayOf(at)}|${actorId}|${isEmergency}`
    const group = groups.get(key) ?? []
    group.push(access)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map((group): AccessLine => {
      const times = group.map(({ at }) => at).sort()
      const changed = inWords(group.filter(({ isChange }) => isChange))
      const saw = inWords(group.filter(({ isChange }) => !isChange))
      return {
        at: times.at(-1) ?? '',
        firstAt: times[0] ?? '',
        name: group[0]?.name ?? '',
        role: group[0]?.role ?? '',
        saw: saw.filter((words) => !changed.includes(words)),
        changed,
        isEmergency: group[0]?.isEmergency ?? false,
      }
    })
    .sort((left, right) => right.at.localeCompare(left.at))
}
