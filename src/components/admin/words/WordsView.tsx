import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../page/AdminPage'
import { Card } from '../ui/Card'
import { WordSearch } from './WordSearch'

/** /admin/find-words: looks through notes, assessments and plans of one's own caseload. */
export const WordsView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="Notes, addenda, intake assessments and plans of your own caseload, and of those you supervise. All words have to be there, in any order. What you find is written in the access log, what you type is not."
    needs={{ slug: 'progress-notes', verb: 'read' }}
    path="/admin/find-words"
    title="Find words"
    view={view}
  >
    {() => (
      <Card title="Search">
        <WordSearch />
      </Card>
    )}
  </AdminPage>
)
