import { factorList } from '@/collections/system/auth/factorEndpoints'
import { shortestPassword } from '@/collections/system/auth/newPassword'
import type { Handler } from '@/collections/system/auth/request'
import { history, type OpenSession, sessionList } from '@/collections/system/auth/sessionEndpoints'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { type SignInEvent, signInWords } from '@/src/domain/signIn/signInWords'
import { practiceZone } from '../practiceZone'
import type { PortalVisit } from './portalRequest'

export type Place = { id: string; device: string; since: string; lastSeen: string; isHere: boolean }

export type Happened = { key: string; what: string; when: string; isRefused: boolean }

export type Security = {
  app: { id: string; since: string } | null
  recoveryCodesLeft: number
  places: Place[]
  events: Happened[]
  shortest: number
}

type Factors = {
  factors: { id: string; kind: string; addedAt: string }[]
  recoveryCodesLeft: number
}

/** How somebody signs in, where they are signed in, and what happened: the doors that their own API has. */
export const readSecurity = async ({ req }: PortalVisit): Promise<Security> => {
  const ask = async <Answer>(door: Handler): Promise<Answer> =>
    (await (await door(req, 'portal')).json()) as Answer // shape of the endpoint
  const [{ factors, recoveryCodesLeft }, { sessions }, { events }] = await Promise.all([
    ask<Factors>(factorList),
    ask<{ sessions: OpenSession[] }>(sessionList),
    ask<{ events: SignInEvent[] }>(history),
  ])
  const zone = practiceZone()
  const inWords = (instant: string): string => formatDateTime({ instant, zone })
  const app = factors.find(({ kind }) => kind === 'code')
  return {
    app: app ? { id: app.id, since: inWords(app.addedAt) } : null,
    recoveryCodesLeft,
    places: sessions.map(({ id, device, startedAt, lastSeenAt, isThisOne }) => ({
      id,
      device,
      since: inWords(startedAt),
      lastSeen: inWords(lastSeenAt),
      isHere: isThisOne,
    })),
    events: events.slice(0, 20).map((event, index) => ({
      key: `${event.at}${event.action}${index}`,
      what: signInWords(event),
      when: inWords(event.at),
      isRefused: event.outcome === 'refused',
    })),
    shortest: shortestPassword({ withFactor: factors.length > 0 }),
  }
}
