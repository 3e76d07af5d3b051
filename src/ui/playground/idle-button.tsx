/** A button that can't be pressed while a move is under way. */

import type { ComponentProps } from 'react'
import { Button } from '../parts/button.tsx'
import { useBusy } from './playground-context.tsx'

export function IdleButton({ disabled, ...rest }: ComponentProps<typeof Button>) {
  return <Button disabled={useBusy() || disabled} {...rest} />
}
