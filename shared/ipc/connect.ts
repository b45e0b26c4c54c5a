/** What the page posts to the preload script together with its end of a message channel, and the preload script to main. */
export const connectMessage = 'layerloom:connect';
