import type { WhoSaw } from '@/collections/system/accessLog/whoSaw'
import { whoSawEndpoint } from '@/collections/system/accessLog/whoSawEndpoint'
import type { AccessLine } from '@/src/domain/audit/accesses'
import { formatDate, formatTime } from '@/src/domain/scheduling/formatTime'
import { dayIn, practiceZone } from '../practiceZone'
import type { PortalVisit } from './portalRequest'

/** One person on one day, ready to be shown. */
export type ShownAccess = {
  key: string
  day: string
  /** "10:02 AM" or "10:02 AM to 10:40 AM" */
  time: string
  who: string
  what: string[]
  isEmergency: boolean
}

const list = (words: readonly string[]): string => {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

const shown = (line: AccessLine, index: number): ShownAccess => {
  const zone = practiceZone()
  const first = formatTime({ instant: line.firstAt, zone })
  const last = formatTime({ instant: line.at, zone })
  return {
    key: `${line.at}-${index}`,
    day: formatDate(dayIn(new Date(line.at), zone)),
    time: first === last ? last : `${first} to ${last}`,
    who: line.role ? `${line.name}, ${line.role}` : line.name,
    what: [
      ...(line.isEmergency ? ['Opened your record by emergency access, which is reviewed'] : []),
      ...(line.saw.length ? [`Looked at ${list(line.saw)}`] : []),
      ...(line.changed.length ? [`Added to or changed ${list(line.changed)}`] : []),
    ],
    isEmergency: line.isEmergency,
  }
}

/** Who saw the own record, by the same door that the API has. */
export const readWhoSaw = async (
  { req, patientId }: PortalVisit,
  before: string,
): Promise<{ accesses: ShownAccess[]; next: string | null }> => {
  const asked = Object.assign(Object.create(Object.getPrototypeOf(req)), req, {
    routeParams: { id: patientId },
    query: before ? { before } : {},
  }) as typeof req // the same request with another address
  const response = await whoSawEndpoint.handler(asked)
  const { lines, next } = (await response.json()) as WhoSaw // the endpoint's own shape
  return { accesses: lines.map(shown), next }
}
