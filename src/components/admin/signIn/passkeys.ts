import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { type ApiAnswer, callApi } from '../actions/callApi'

const failed = (message: string): ApiAnswer => ({
  ok: false,
  status: 0,
  code: 'passkey',
  findings: [{ message, path: 'passkey' }],
  reference: '',
})

const stopped = failed('The browser did not use a passkey. Try again, or take another way.')

/** Browsers keep passkeys for pages over https and for localhost only. */
export const hasPasskeys = (): boolean => browserSupportsWebAuthn()

/** Asks the device for one of the person's passkeys and sends what it signed to `path`. */
export const showPasskey = async (path: 'verify' | 'step-up'): Promise<ApiAnswer> => {
  const asked = await callApi('/api/auth/staff/verify-options')
  if (!asked.ok) return asked
  const optionsJSON = asked.body['options'] as PublicKeyCredentialRequestOptionsJSON // made by the same library
  try {
    const passkey = await startAuthentication({ optionsJSON })
    return callApi(`/api/auth/staff/${path}`, { body: { passkey } })
  } catch {
    return stopped
  }
}

/** Makes a passkey on this device, or on one that the browser reaches, and keeps it with the account. */
export const addPasskey = async (label: string): Promise<ApiAnswer> => {
  const asked = await callApi('/api/auth/staff/factors/passkey/start')
  if (!asked.ok) return asked
  const optionsJSON = asked.body['options'] as PublicKeyCredentialCreationOptionsJSON // made by the same library
  try {
    const response = await startRegistration({ optionsJSON })
    return callApi('/api/auth/staff/factors/passkey/confirm', { body: { response, label } })
  } catch {
    return stopped
  }
}
