/** Opens the browser's storage, as far as the browser lets us. */
import { Device, type Shelf } from "../models/device.ts";

const PROBE = "facilitator:probe";

/** The device's memory for the session with this code; a private window may refuse to keep it. */
export function openDevice(code: string): Device {
  return new Device(code, usable(() => localStorage) ?? usable(() => sessionStorage));
}

/** A memory that ends with the page, for pages that keep nothing: control room and stage. */
export function forgetfulDevice(): Device {
  return new Device("", null);
}

function usable(open: () => Storage): Shelf | null {
  try {
    const shelf = open();
    shelf.setItem(PROBE, "1");
    shelf.removeItem(PROBE);
    return shelf;
  } catch {
    return null;
  }
}
