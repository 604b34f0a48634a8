'use client'

import { useEffect, useRef } from 'react'
import { telOf } from '@/src/lib/portal/text'

type Props = {
  phone: string
  /** After sending, when the promise below has been kept. */
  isSent?: boolean
}

/** R19: shown the moment somebody says they have thoughts of dying or hurting themselves. */
export const CrisisNotice = ({ phone, isSent }: Props) => {
  const box = useRef<HTMLElement>(null)

  useEffect(() => {
    // On a phone it would begin below the edge of the screen.
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <section className="crisis" role="alert" aria-labelledby="crisis-title" ref={box}>
      <h2 id="crisis-title">You do not have to be alone with this</h2>
      <p>
        <strong>If you might act on these thoughts, call or text 988 now.</strong> Somebody answers
        day and night, free of charge.
      </p>
      <ul className="stack-tight">
        <li>
          <a href="tel:988">Call 988</a>
        </li>
        <li>
          <a href="sms:988">Text 988</a>
        </li>
        <li>
          In immediate danger: <a href="tel:911">call 911</a>
        </li>
        {phone ? (
          <li>
            Our office: <a href={telOf(phone)}>{phone}</a>
          </li>
        ) : null}
      </ul>
      {isSent ? null : (
        <p>
          When you send your answers, your therapist and the therapist on call are told at once.
          Nobody reads them before that.
        </p>
      )}
    </section>
  )
}
