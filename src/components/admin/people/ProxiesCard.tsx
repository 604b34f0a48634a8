import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { baseOf, isProxyInForce, PROXY_RIGHTS } from '@/src/domain/people/proxies'
import { practiceToday } from '@/src/lib/practiceZone'
import { RecordActions } from '../actions/RecordActions'
import { spellDay } from '../fields/spellDay'
import { numberIn, type Row, refIn, textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { proxyFields } from './peopleFields'

type Props = {
  req: PayloadRequest
  patient: Row
  people: readonly Row[]
  proxies: readonly Row[]
  papers: readonly Row[]
}

const endWords: Readonly<Record<string, string>> = {
  patientAsked: 'the patient asked for it',
  personAsked: 'the person asked for it',
  orderChanged: 'a court order changed',
  mistake: 'entered by mistake',
  age: 'the patient came of age',
  practice: 'decided by the practice',
}

const paperName = (papers: readonly Row[], id: string): string => {
  const kind = textIn(
    papers.find((paper) => paper.id === id),
    'kind',
  )
  return kind === 'custody' ? 'Custody paper' : 'Paper'
}

const Standing = ({ proxy, patient }: { proxy: Row; patient: Row }) => {
  const status = textIn(proxy, 'status')
  if (status === 'proposed') return <Chip tone="warn">To be approved</Chip>
  if (status === 'ended') {
    return (
      <Chip icon="close" tone="plain">
        Ended
      </Chip>
    )
  }
  const isInForce = isProxyInForce({
    proxy,
    birthDate: patient['dateOfBirth'],
    state: patient['region'],
    today: practiceToday(),
  })
  return isInForce ? <Chip tone="ok">In force</Chip> : <Chip tone="bad">Not in force</Chip>
}

/** What each right says, ticked or not: the answer to "may she see this?" without opening anything. */
const Rights = ({ proxy }: { proxy: Row }) => (
  <span className="ops-row ops-small">
    {PROXY_RIGHTS.map(({ name, label }) => {
      const isGiven = proxy[name] === true
      return (
        <Chip icon={isGiven ? 'check' : 'close'} key={name} tone={isGiven ? 'ok' : 'plain'}>
          {isGiven ? label : `Not: ${label.toLowerCase()}`}
        </Chip>
      )
    })}
  </span>
)

const ProxyRow = ({
  proxy,
  patient,
  papers,
}: Omit<Props, 'req' | 'people' | 'proxies'> & { proxy: Row }) => {
  const [from, to] = [textIn(proxy, 'startsOn'), textIn(proxy, 'endsOn')]
  const paper = refIn(proxy, 'document')
  const isEnded = textIn(proxy, 'status') === 'ended'
  return (
    <li>
      <div className="ops-queue__what">
        <a href={`/admin/collections/proxies/${proxy.id}`}>{textIn(proxy, 'name')}</a>
        <span className="ops-small ops-muted">
          {baseOf(proxy['basis'])?.label}
          {from ? `, since ${spellDay(from)}` : ''}
          {to ? `, until ${spellDay(to)}` : ''}
          {isEnded
            ? `; ended: ${endWords[textIn(proxy, 'endReason')] ?? 'no reason on record'}`
            : ''}
        </span>
        <span className="ops-small">
          {paper ? (
            <a href={`/admin/collections/documents/${paper}`}>{paperName(papers, paper)}</a>
          ) : (
            <span className="ops-muted">
              {baseOf(proxy['basis'])?.needsPaper ? 'No paper yet' : 'No paper needed'}
            </span>
          )}
          <span className="ops-muted">
            {proxy['portalUser'] ? ' · has a portal login' : ' · no portal login'}
          </span>
        </span>
        {isEnded ? null : <Rights proxy={proxy} />}
        {textIn(proxy, 'refusalReason') ? (
          <span className="ops-small">{textIn(proxy, 'refusalReason')}</span>
        ) : null}
      </div>
      <span className="ops-row">
        <Standing patient={patient} proxy={proxy} />
        <RecordActions
          id={proxy.id}
          initial={Object.fromEntries(PROXY_RIGHTS.map(({ name }) => [name, proxy[name] === true]))}
          rev={numberIn(proxy, 'rev')}
          slug="proxies"
        />
      </span>
    </li>
  )
}

/** Who may decide and who may see what, since when, until when and by which paper. */
export const ProxiesCard = ({ req, patient, people, proxies, papers }: Props) => {
  const choices = people.map((row) => ({
    value: row.id,
    label: `${textIn(row, 'name')} (${textIn(row, 'relationship').toLowerCase()})`,
  }))
  const files = papers.map((row) => ({
    value: row.id,
    label: `${textIn(row, 'kind') === 'custody' ? 'Custody paper' : 'Other paper'}, added ${spellDay(textIn(row, 'createdAt').slice(0, 10))}`,
  }))
  return (
    <Card
      aside={
        isGranted(req, 'proxies', 'create') && choices.length ? (
          <RecordButton
            about="who may act for the patient"
            fields={proxyFields({ people: choices, papers: files })}
            label="Add"
            preset={{ patient: patient.id }}
            slug="proxies"
            title="Who may act for the patient"
          />
        ) : null
      }
      count={proxies.filter((row) => textIn(row, 'status') !== 'ended').length}
      title="Who may decide and see"
    >
      {proxies.length ? null : (
        <Empty>
          Nobody acts for this patient.{' '}
          {choices.length ? '' : 'Add the person under "People around the patient" first.'}
        </Empty>
      )}
      <ul className="ops-queue">
        {proxies.map((proxy) => (
          <ProxyRow key={proxy.id} papers={papers} patient={patient} proxy={proxy} />
        ))}
      </ul>
    </Card>
  )
}
