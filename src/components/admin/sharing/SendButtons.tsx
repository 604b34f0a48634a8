import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, textIn } from '../page/read'
import { TakeFile } from './TakeFile'

type Props = {
  req: PayloadRequest
  disclosure: Row
  file: Row | null
  about: string
  isFirst?: boolean
}

const takeable = ['waiting', 'building', 'ready', 'failed']

/** For what waits to be sent: the file, "sent", or "not sent". What is for the private page is taken there. */
export const SendButtons = ({ req, disclosure, file, about, isFirst = false }: Props) => {
  const target = { slug: 'disclosures', id: disclosure.id, rev: numberIn(disclosure, 'rev') }
  const send = offered(req, { slug: 'disclosures', name: 'send', record: disclosure })
  const cancel = offered(req, { slug: 'disclosures', name: 'cancel', record: disclosure })
  const method = textIn(disclosure, 'method')
  const isForPortal = method === 'portal'
  const mayTake =
    file !== null &&
    !isForPortal &&
    takeable.includes(textIn(file, 'status')) &&
    isGranted(req, 'chart-exports', 'export')
  return (
    <span className="ops-row">
      {mayTake ? <TakeFile about={about} id={file.id} isPrimary={isFirst} /> : null}
      {send?.isPossible && !isForPortal ? (
        <ActionButton
          about={about}
          action={send}
          initial={{ method }}
          isPrimary={isFirst && !mayTake}
          target={target}
        />
      ) : null}
      {cancel?.isPossible ? <ActionButton about={about} action={cancel} target={target} /> : null}
    </span>
  )
}
