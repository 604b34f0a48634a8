'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { ErrorSummary } from './ErrorSummary'
import { Notice } from './Notice'
import { problemAt, TextField } from './TextField'
import { usePortalForm } from './usePortalForm'

/** The link's token stands after the # and so reaches no log; it is taken out of the address at once. */
export const WelcomeForm = ({ shortest }: { shortest: number }) => {
  const { problems, isSending, submit } = usePortalForm({ keepsSession: false })
  const [token, setToken] = useState<string | null>(null)
  const [isShown, setIsShown] = useState(false)

  useEffect(() => {
    const given = window.location.hash.slice(1)
    if (given) window.history.replaceState(null, '', window.location.pathname)
    setToken((known) => given || known || '')
  }, [])

  const onSubmit = submit(async ({ values, send }) => {
    const sent = await send({
      path: '/auth/portal/accept',
      body: { token, password: values['password'] },
    })
    if (sent.isOk) window.location.assign('/portal')
  })

  if (token === '') {
    return (
      <Notice tone="warn">
        <p>
          This page opens from the link in our e-mail. Open the newest e-mail from us and press the
          link there, or <Link href="/portal/forgot">ask for a new link</Link>.
        </p>
      </Notice>
    )
  }
  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      <TextField
        name="password"
        label="Password"
        help={`At least ${shortest} characters. A short sentence works well and is easy to remember.`}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        problem={problemAt(problems, 'password')}
      />
      <label className="choice">
        <input type="checkbox" checked={isShown} onChange={() => setIsShown(!isShown)} />
        Show the password
      </label>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending || !token}>
          {isSending ? 'Saving…' : 'Save and go on'}
        </button>
      </div>
    </form>
  )
}
