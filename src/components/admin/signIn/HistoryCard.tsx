'use client'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { type SignInEvent, signInWords } from '@/src/domain/signIn/signInWords'
import { usePractice } from '../practiceContext'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Findings } from '../ui/Findings'
import { useAnswer } from './useAnswer'

/** The last signings in and changes, those that failed included. */
export const HistoryCard = () => {
  const { zone } = usePractice()
  const { body, problem } = useAnswer<{ events: SignInEvent[] }>('history')
  const events = body?.events ?? []
  return (
    <Card title="What happened lately">
      {problem ? <Findings findings={[{ message: problem }]} title="Not read" /> : null}
      {events.length ? (
        <>
          <p className="ops-muted">
            Something you did not do? Change your password and tell the owner.
          </p>
          <div className="ops-table-wrap">
            <table className="ops-table ops-table--stack">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">What</th>
                  <th scope="col">From</th>
                </tr>
              </thead>
              <tbody>
                {events.map((event) => (
                  <tr key={`${event.at}${event.action}`}>
                    <td className="ops-when">{formatDateTime({ instant: event.at, zone })}</td>
                    <td>
                      {signInWords(event)}{' '}
                      {event.outcome === 'refused' ? <Chip tone="bad">Refused</Chip> : null}
                    </td>
                    <td data-label="From">{event.ip}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : (
        <Empty>Nothing yet. Every signing in shows here, those that failed too.</Empty>
      )}
    </Card>
  )
}
