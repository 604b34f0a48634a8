import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { PATIENT_PARTS } from '@/src/domain/records/intakeSections'
import { AdminPage } from '../page/AdminPage'
import { segmentIn } from '../page/params'
import { readRows, refIn, textIn } from '../page/read'
import { PersonHeader } from '../patient/PersonHeader'
import { Empty } from '../ui/Empty'
import { IntakeEditor } from './IntakeEditor'
import { IntakeReading } from './IntakeReading'
import { intakeValues } from './intakeValues'

const open = ['open', 'submittedByPatient', 'draft', 'returned']

const Intake = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [row] = await readRows(req, 'intake-assessments', {
    where: { id: { equals: id } },
    limit: 1,
  })
  if (!row) return <Empty>This assessment is not there, or it is not yours to read.</Empty>
  const mayWrite =
    open.includes(textIn(row, 'status')) && isGranted(req, 'intake-assessments', 'sign')
  const history = PATIENT_PARTS.flatMap(({ key, label }) =>
    textIn(row, key) ? [{ key, label, text: textIn(row, key) }] : [],
  )
  return (
    <>
      <PersonHeader id={refIn(row, 'patient')} req={req} />
      {mayWrite ? (
        <IntakeEditor
          history={history}
          id={id}
          patient={refIn(row, 'patient')}
          returnComment={textIn(row, 'returnComment')}
          rev={Number(row['rev'] ?? 0)}
          values={intakeValues(row)}
        />
      ) : (
        <IntakeReading history={history} row={row} />
      )}
    </>
  )
}

/** /admin/intake/:id: the first assessment, the patient's own answers beside the clinician's part. */
export const IntakeView = (view: AdminViewServerProps) => {
  const id = segmentIn(view.params, 1)
  return (
    <AdminPage
      needs={{ slug: 'intake-assessments', verb: 'read' }}
      path={`/admin/intake/${id}`}
      title="Intake assessment"
      view={view}
    >
      {() => <Intake id={id} req={view.initPageResult.req} />}
    </AdminPage>
  )
}
