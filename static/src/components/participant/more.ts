/** What a phone does not need to join, to wait and to answer. It is fetched as soon as those work. */
import "../polls/later";

export { ResultFigure } from "../results/figure";
export { Beside } from "./beside";
export { Board } from "./board";
export { ClosedQuestion } from "./closed-question";
export { Commitments } from "./commitments";
export { watchDoor } from "./door-watch";
export { Ended } from "./ended";
export { FormPage } from "./form-page";
export { Goodbye } from "./goodbye";
export { OfferBar, SessionNotes } from "./notes";
export { OtherTab } from "./other-tab";
export { Pairing } from "./pairing";
export { Restarted } from "./restarted";
export { Results } from "./results";
