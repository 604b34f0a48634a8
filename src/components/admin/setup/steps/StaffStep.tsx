import { roleLabels, staffRoles } from '@/access/roles'
import { ActionButton } from '../../actions/ActionButton'
import { offered } from '../../actions/offered'
import { numberIn, type Row, textIn } from '../../page/read'
import { PeopleTable, readPeople } from '../../roles/PeopleTable'
import { Findings } from '../../ui/Findings'
import { InviteForm } from '../InviteForm'
import type { StepProps } from '../stepBodies'

/** What a second owner confirms is not asked for in passing. */
const roleOptions = staffRoles
  .filter((role) => role !== 'owner')
  .map((value) => ({ value, label: roleLabels[value] }))

export const StaffStep = async ({ facts, req }: StepProps) => {
  const people = await readPeople(req)
  const isMe = (person: Row): boolean => person.id === req.user?.id
  const command = `npm run owner -- ${textIn(people.find(isMe), 'email')}`
  return (
    <>
      {facts.mail.isSet ? null : (
        <Findings
          findings={[
            {
              message: 'There is no mail server yet: invitations wait until there is one.',
              fixUrl: '/admin/setup?step=mail',
            },
          ]}
          title="Set up e-mail first"
          tone="info"
        />
      )}
      <PeopleTable
        also={(person) => {
          const invite = isMe(person)
            ? null
            : offered(req, { slug: 'staff', name: 'invite', record: person })
          return invite ? (
            <ActionButton
              about={`to ${textIn(person, 'name')}`}
              action={invite}
              label="Invite again"
              target={{ slug: 'staff', id: person.id, rev: numberIn(person, 'rev') }}
            />
          ) : null
        }}
        maySet={(person) => !isMe(person)}
        people={people}
        req={req}
      />
      <h3>Invite somebody</h3>
      <InviteForm isPrimary={facts.staff.others === 0} key={people.length} roles={roleOptions} />
      {facts.clinicians.count === 0 ? (
        <p className="ops-muted">
          You see patients after all? Nobody grants a role to themselves here. At the server:{' '}
          <code>{command} --sees-patients</code>
        </p>
      ) : null}
      {facts.staff.hasFrontDesk && facts.staff.hasBilling ? null : (
        <p className="ops-muted">
          You do the front desk and the billing yourself? At the server:{' '}
          <code>{command} --works-alone</code>
        </p>
      )}
    </>
  )
}
