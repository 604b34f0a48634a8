'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Feed } from '@/src/lib/portal/readFeeds'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

const NewAddress = ({ address }: { address: string }) => (
  <Notice tone="ok" isAnnounced>
    <p>
      Here is the address. It is shown <strong>this one time</strong>: copy it into your calendar
      program now, where it asks for a calendar from the internet.
    </p>
    <p>
      <code className="address">{address}</code>
    </p>
  </Notice>
)

/** Addresses for the patient's own calendar program: make one, take one back. */
export const Feeds = ({ feeds }: { feeds: readonly Feed[] }) => {
  const router = useRouter()
  const [address, setAddress] = useState('')
  const { problems, isSending, run, send, submit } = usePortalForm()
  const onSubmit = submit(async ({ form, values }) => {
    const sent = await send({ path: '/calendar-feeds/make', body: { label: values['label'] } })
    if (!sent.isOk) return
    const { result } = sent.body as { result?: { address?: string } } // answer of the action
    setAddress(result?.address ?? '')
    form.reset()
    router.refresh()
  })
  const revoke = (id: string) => () =>
    void run(async () => {
      const sent = await send({ path: `/calendar-feeds/${id}/revoke`, body: {} })
      if (!sent.isOk) return
      setAddress('')
      router.refresh()
    })
  return (
    <>
      <ErrorSummary problems={problems} />
      {address ? <NewAddress address={address} /> : null}
      {feeds.length ? (
        <ul className="list">
          {feeds.map(({ id, label, lastRead, made }) => (
            <li key={id}>
              <span className="row">
                <span className="row-text">
                  <span className="row-title">{label}</span>
                  <span className="muted">
                    Made {made}
                    {lastRead ? `, last read ${lastRead}` : ', not read yet'}
                  </span>
                </span>
                <button
                  type="button"
                  className="button button-plain"
                  aria-disabled={isSending}
                  onClick={revoke(id)}
                >
                  Take back <span className="hidden-text">{label}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" onSubmit={onSubmit} noValidate>
        <TextField
          name="label"
          label="For which calendar"
          help="For example: Phone. So that you know later which one to take back."
          maxLength={40}
          problem={problemAt(problems, 'label')}
        />
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={isSending}>
            {isSending ? 'Making…' : 'Make an address'}
          </button>
        </div>
      </form>
    </>
  )
}
