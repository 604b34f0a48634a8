'use client'

import { sendRequest } from './sendRequest'

const signOut = async () => {
  await sendRequest({ path: '/auth/portal/logout' })
  // A full load: nothing of this person stays in the tab.
  window.location.assign('/portal/sign-in?left=1')
}

export const SignOutButton = () => (
  <button type="button" className="link-button" onClick={() => void signOut()}>
    Sign out
  </button>
)
