/** The thread that waves across the big screen while answers come in. */

/** A point in the box of the wave. */
export interface Point {
  x: number;
  y: number;
}

/** The box, in its own units. */
export const WAVE = { width: 160, height: 16 };

/** The height of the wave at a place along it. */
export function waveAt(x: number): number {
  return WAVE.height / 2 - 5 * Math.sin((x / WAVE.width) * 3 * Math.PI);
}

/** Neutral places for up to 60 answers: in a row on the wave, closer together as they get more. */
export function waveDots(count: number): Point[] {
  const places = count <= 20 ? 20 : count <= 40 ? 40 : 60;
  const pitch = WAVE.width / places;
  return Array.from({ length: count }, (_, place) => {
    const x = (place + 0.5) * pitch;
    return { x, y: waveAt(x) };
  });
}
