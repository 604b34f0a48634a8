'use client'

export const PrintButton = () => (
  <button className="ops-button ops-no-print" onClick={() => window.print()} type="button">
    Print
  </button>
)
