'use client'

import { sendRequest } from './sendRequest'

/** Opens the page of another patient this person acts for. */
export const ActForButton = ({ id, label }: { id: string; label: string }) => {
  const open = async () => {
    await sendRequest({ path: '/auth/portal/act-for', body: { patient: id } })
    // A full load: nothing of the other patient stays in the tab.
    window.location.assign('/portal')
  }
  return (
    <button type="button" className="link-button" onClick={() => void open()}>
      {label}
    </button>
  )
}
