import { roleLabels, staffRoles } from '@/access/roles'
import { rolesOn } from '@/src/domain/people/roleEnds'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../../actions/ActionButton'
import { offered } from '../../actions/offered'
import { numberIn, readRows, textIn } from '../../page/read'
import { roleWords } from '../../roles/roleWords'
import { Findings } from '../../ui/Findings'
import { InviteForm } from '../InviteForm'
import type { StepProps } from '../stepBodies'

/** What a second owner confirms is not asked for in passing. */
const roleOptions = staffRoles
  .filter((role) => role !== 'owner')
  .map((value) => ({ value, label: roleLabels[value] }))

export const StaffStep = async ({ facts, req }: StepProps) => {
  const people = await readRows(req, 'staff', {
    where: { isActive: { equals: true } },
    sort: 'name',
    limit: 500,
  })
  const today = practiceToday()
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
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--stack">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Roles</th>
              <th scope="col">
                <span className="ops-sr">What to do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const about = { slug: 'staff', record: person }
              const isMe = person.id === req.user?.id
              const set = isMe ? null : offered(req, { ...about, name: 'grant-roles' })
              const invite = isMe ? null : offered(req, { ...about, name: 'invite' })
              const target = { slug: 'staff', id: person.id, rev: numberIn(person, 'rev') }
              const held = rolesOn(person, today)
              return (
                <tr key={person.id}>
                  <td>{textIn(person, 'name')}</td>
                  <td data-label="Roles">
                    {held.length ? roleWords(held, textIn(person, 'roleEnds')) : 'None yet'}
                  </td>
                  <td className="ops-right">
                    {set ? (
                      <ActionButton
                        about={`of ${textIn(person, 'name')}`}
                        action={set}
                        initial={{ roles: held.join(' ') }}
                        target={target}
                      />
                    ) : null}{' '}
                    {invite ? (
                      <ActionButton
                        about={`to ${textIn(person, 'name')}`}
                        action={invite}
                        label="Invite again"
                        target={target}
                      />
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <h3>Invite somebody</h3>
      <InviteForm isPrimary={facts.staff.others === 0} key={people.length} roles={roleOptions} />
      {facts.clinicians.count === 0 ? (
        <p className="ops-muted">
          You see patients after all? Nobody grants a role to themselves here. At the server:{' '}
          <code>
            npm run owner --{' '}
            {textIn(
              people.find(({ id }) => id === req.user?.id),
              'email',
            )}{' '}
            --sees-patients
          </code>
        </p>
      ) : null}
    </>
  )
}
