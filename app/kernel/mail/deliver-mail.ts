/** The job that hands over what is due. Named apart from it, so that queueing does not load the carriers. */
export const DELIVER_MAIL = "deliver-mail";
