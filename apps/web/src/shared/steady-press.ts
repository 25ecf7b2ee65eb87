/** Farther than this, in pixels, the pointer has left on purpose: the press is called off as everywhere else. */
const LEFT_PX = 12;

/**
 * A press belongs to the button or link on which it began. Leaving a field saves, re-formats and re-checks it, which may move the page by a line between
 * pressing and letting go; the browser would then give the click to nobody. Moving the pointer away still calls a press off.
 * @returns what takes the listener away
 */
export function keepPresses(): () => void {
  const pressed = ({ button, target, pointerId, clientX, clientY }: PointerEvent): void => {
    const aimed = button === 0 && target instanceof Element ? target.closest('button, a') : null;
    if (aimed === null) return;
    aimed.setPointerCapture(pointerId);
    const moved = (event: PointerEvent): void => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > LEFT_PX) letGo();
    };
    const letGo = (): void => {
      document.removeEventListener('pointermove', moved);
      document.removeEventListener('pointercancel', letGo);
      document.removeEventListener('pointerup', letGo);
      if (aimed.hasPointerCapture(pointerId)) aimed.releasePointerCapture(pointerId);
    };
    document.addEventListener('pointermove', moved);
    document.addEventListener('pointercancel', letGo);
    document.addEventListener('pointerup', letGo);
  };
  document.addEventListener('pointerdown', pressed);
  return () => document.removeEventListener('pointerdown', pressed);
}
