import type { AdminViewServerProps } from 'payload'
import { isId } from '@/src/lib/ids'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { readRows } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { Answer } from './Answer'
import { Chooser } from './Chooser'

const path = '/admin/who-can-see'

/** /admin/who-can-see: why somebody can, or cannot, see what of a patient, from the table that decides it. */
export const WhoCanSee = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const given = (name: string): string => {
    const value = paramIn(view.searchParams, name)
    return isId(value) ? value : ''
  }
  return (
    <AdminPage
      lead="From the same table that decides it at every door. What it does not grant is refused; a record that is out of scope answers as if it did not exist."
      needs={{ slug: 'audit-events', verb: 'read' }}
      path={path}
      title="Who can see what"
      view={view}
    >
      {async () => {
        const byId = async (slug: string, id: string) =>
          id
            ? (await readRows(req, slug, { where: { id: { equals: id } }, limit: 1 }))[0]
            : undefined
        const person = await byId('staff', given('person'))
        const patient = await byId('patients', given('patient'))
        return (
          <div className="ops-stack">
            <Card title="Ask">
              <Chooser path={path} patient={given('patient')} person={given('person')} />
            </Card>
            {person && patient ? (
              <Answer patient={patient} person={person} req={req} />
            ) : (
              <Empty>
                Choose somebody and a patient to see what the one may see of the other, and why.
              </Empty>
            )}
          </div>
        )
      }}
    </AdminPage>
  )
}
