import type { Actor } from '@/access/principal'
import { openEpisodeOf } from '@/collections/treatment/episodes/episodeField'
import { minorFactsOf } from '@/hooks/rules/intake/minorFacts'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row } from '@/src/domain/row'

type Signing = { actor: Actor; read: FactReader; record: Row; name: string }

const folded = (name: unknown): string =>
  String(name ?? '')
    .trim()
    .toLowerCase()

/**
 * Who signs: the patient, somebody who acts for the patient with the right to consent, or a person before a
 * witness. A minor who signs alone does so for the care that they consented to alone (R10, R12).
 */
export const signerOf = async ({ actor, read, record, name }: Signing) => {
  const isStaff = actor.kind === 'staff'
  const patient = await read.one('patients', idIn(record, 'patient'))
  const minor = await minorFactsOf(read, record)
  const proxies =
    minor?.proxies ??
    (await read.many('proxies', {
      and: [{ patient: { equals: patient?.['id'] } }, { status: { equals: 'active' } }],
    }))
  const acting = proxies.find(
    (proxy) =>
      proxy['mayConsent'] === true &&
      (isStaff ? folded(proxy['name']) === folded(name) : idIn(proxy, 'portalUser') === actor.id),
  )
  if (acting) {
    return {
      signerKind: 'guardian',
      signerBasis: acting['basis'],
      witness: isStaff ? actor.id : null,
    }
  }
  const alone =
    minor && actor.kind === 'patient' ? await openEpisodeOf(read, actor.patientId) : null
  return {
    signerKind: isStaff ? 'staffWitness' : 'patient',
    witness: isStaff ? actor.id : null,
    ...(alone ? { episode: alone } : {}),
  }
}
