'use client'
import { useState } from 'react'

/** A value that is shown once, with a button that copies it; selecting it by hand works everywhere. */
export const ShownValue = ({ value }: { value: string }) => {
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      // Without a secure connection the browser keeps its clipboard to itself.
    }
  }
  return (
    <>
      <code className="ops-shown">{value}</code>
      <button className="ops-button" onClick={copy} type="button">
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </>
  )
}
