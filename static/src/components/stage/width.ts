import { useEffect, useState } from "preact/hooks";
import { widthIn } from "../../models/stage/layout";

const now = (): number => widthIn({ width: innerWidth, height: innerHeight });

/** How wide the big screen is, in hundredths of its height; follows the window. */
export function useWidth(): number {
  const [width, setWidth] = useState(now);
  useEffect(() => {
    const follow = (): void => setWidth(now());
    addEventListener("resize", follow);
    return () => removeEventListener("resize", follow);
  }, []);
  return width;
}
