// Tells the page around this frame what happened; the message is in the body's data.
parent.postMessage(document.body.dataset.message, '*');
