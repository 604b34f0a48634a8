import type { PayloadRequest } from 'payload'
import { readRows } from '../page/read'
import { Empty } from '../ui/Empty'
import { AroundCard } from './AroundCard'
import { AloneCard, CustodyCard, isChild } from './MinorCard'
import { ProxiesCard } from './ProxiesCard'
import { ReachCard } from './ReachCard'
import { TeamCard } from './TeamCard'

/** Who decides for this patient, who may know what, who else is there, and who cares for them. */
export const PeopleSection = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const of = { patient: { equals: id } }
  const [[patient], people, proxies, episodes, papers] = await Promise.all([
    readRows(req, 'patients', { where: { id: { equals: id } }, limit: 1 }),
    readRows(req, 'related-persons', { where: of, sort: 'name', limit: 50 }),
    readRows(req, 'proxies', { where: of, sort: 'status,name', limit: 50 }),
    readRows(req, 'care-episodes', { where: of, sort: '-openedAt', limit: 20 }),
    readRows(req, 'documents', {
      where: {
        and: [of, { kind: { in: ['custody', 'other'] } }, { status: { equals: 'active' } }],
      },
      sort: '-createdAt',
      limit: 50,
    }),
  ])
  if (!patient) return <Empty>This patient is not there, or is not on your list.</Empty>
  const isMinor = isChild(patient)
  return (
    <>
      <ReachCard patient={patient} req={req} />
      <ProxiesCard papers={papers} patient={patient} people={people} proxies={proxies} req={req} />
      {isMinor ? <CustodyCard patient={patient} /> : null}
      {isMinor || episodes.length ? (
        <AloneCard episodes={episodes} patient={patient} req={req} />
      ) : null}
      <AroundCard patient={id} people={people} req={req} />
      <TeamCard patient={id} req={req} />
    </>
  )
}
