'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorSummary } from '../ErrorSummary'
import { Notice } from '../Notice'
import { problemAt, TextField } from '../TextField'
import { usePortalForm } from '../usePortalForm'

/** A new password: the present one first; everywhere else one is signed out. */
export const PasswordForm = ({ shortest }: { shortest: number }) => {
  const router = useRouter()
  const [isSaved, setIsSaved] = useState(false)
  const { problems, isSending, submit } = usePortalForm()

  const onSubmit = submit(async ({ values, form, send, fail }) => {
    setIsSaved(false)
    const [current, password] = [values['currentPassword'] ?? '', values['newPassword'] ?? '']
    if (!current)
      return fail([{ path: 'currentPassword', message: 'Enter your present password.' }])
    if (password.length < shortest) {
      const message = `Choose a password of at least ${shortest} characters.`
      return fail([{ path: 'newPassword', message }])
    }
    const sent = await send({ path: '/auth/portal/password', body: { current, password } })
    if (!sent.isOk) {
      const fields: Readonly<Record<string, string>> = {
        current: 'currentPassword',
        password: 'newPassword',
      }
      return fail(sent.problems.map((each) => ({ ...each, path: fields[each.path] ?? each.path })))
    }
    form.reset()
    setIsSaved(true)
    router.refresh()
  })

  return (
    <form method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={problems} />
      {isSaved ? (
        <Notice tone="ok" isAnnounced>
          <p>Your password is changed. You are signed out everywhere else.</p>
        </Notice>
      ) : null}
      <TextField
        name="currentPassword"
        label="Present password"
        type="password"
        autoComplete="current-password"
        problem={problemAt(problems, 'currentPassword')}
      />
      <TextField
        name="newPassword"
        label="New password"
        help={`At least ${shortest} characters. A short sentence works well and is easy to remember.`}
        type="password"
        autoComplete="new-password"
        problem={problemAt(problems, 'newPassword')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Saving…' : 'Change password'}
        </button>
      </div>
    </form>
  )
}
