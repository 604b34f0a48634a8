'use client'
import { toast } from '@payloadcms/ui'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { callApi } from '../actions/callApi'
import { usePractice } from '../practiceContext'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Findings } from '../ui/Findings'
import { useAnswer } from './useAnswer'

type Session = {
  id: string
  device: string
  ip: string
  startedAt: string
  lastSeenAt: string
  isThisOne: boolean
}

/** Where the person is signed in, with a way to end each and all others. */
export const SessionsCard = () => {
  const { zone } = usePractice()
  const { body, problem, reload } = useAnswer<{ sessions: Session[] }>('sessions')
  const sessions = body?.sessions ?? []
  const end = async (path: string): Promise<void> => {
    const answer = await callApi(`/api/auth/staff/sessions/${path}`)
    if (answer.ok) toast.success('Signed out there.')
    else toast.error(answer.findings[0]?.message ?? 'That did not work. Try again.')
    await reload()
  }
  return (
    <Card
      aside={
        sessions.length > 1 ? (
          <button className="ops-button" onClick={() => void end('end-others')} type="button">
            Sign out everywhere else
          </button>
        ) : null
      }
      count={sessions.length}
      title="Where you are signed in"
    >
      {problem ? <Findings findings={[{ message: problem }]} title="Not read" /> : null}
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--stack">
          <thead>
            <tr>
              <th scope="col">Device</th>
              <th scope="col">Since</th>
              <th scope="col">Last seen</th>
              <th scope="col">
                <span className="ops-sr">Sign out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <td>
                  {session.device}{' '}
                  {session.ip ? <span className="ops-muted">from {session.ip}</span> : null}
                </td>
                <td data-label="Since" className="ops-when">
                  {formatDateTime({ instant: session.startedAt, zone })}
                </td>
                <td data-label="Last seen" className="ops-when">
                  {formatDateTime({ instant: session.lastSeenAt, zone })}
                </td>
                <td className="ops-right">
                  {session.isThisOne ? (
                    <Chip tone="info">This one</Chip>
                  ) : (
                    <button
                      className="ops-button"
                      onClick={() => void end(`${session.id}/end`)}
                      type="button"
                    >
                      Sign out
                      <span className="ops-sr"> {session.device}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
