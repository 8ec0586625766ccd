/* The table of messages: what can go wrong, why, and what to do
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-error-text-table.h"

#include "act-api-error.h"
#include "act-connection.h"
#include "act-keyring-error.h"
#include "act-port-error.h"
#include "act-store-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* docs/messages.md has the same rows, and a test holds the two together. The last row is the one
 * for whatever has none. */
static const ActErrorTextRow table[] = {
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_OFFLINE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Offline"),
      N_ ("No connection to the server could be made."),
      N_ ("You can go on reading and marking: what you mark is sent once the connection is back. "
          "If you expect one, check the network."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_TIMED_OUT,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server does not answer"),
      N_ ("The server did not answer in time: it or the network may be slow."),
      N_ ("Nothing is lost, and it is tried again by itself."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_TLS,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The connection is not safe"),
      N_ ("The server's certificate or its encryption is not acceptable, so nothing was sent to "
          "it."),
      N_ ("Check the base URL and this computer's clock. Where the network inspects connections, "
          "ask who runs it for the certificate of its authority, which can be set for the "
          "connection."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_TOKEN_REFUSED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Signing in failed"),
      N_ ("The server refused the key id or its secret."),
      N_ ("Check both, and that the key still exists in the Console. Your changes wait until "
          "then."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_UNAUTHORIZED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server does not accept the sign-in"),
      N_ ("It refused a token that it had just given out (401)."),
      N_ ("Check that the key is still valid and belongs to this organisation. Your changes wait "
          "until then."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_FORBIDDEN,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("No permission"),
      N_ ("The server refused access (403): the key lacks a permission, or it belongs to another "
          "organisation."),
      N_ ("Check the organisation id, or ask an administrator for the permission."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_NOT_FOUND,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Not found on the server"),
      N_ ("The server does not know what was asked for (404)."),
      N_ ("Check the organisation id and the base URL. The server deletes events after 28 days."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_NOT_ALLOWED,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The server has no such call"),
      N_ ("The server does not offer what was asked of it (405 or 501)."),
      N_ ("Check the base URL: it may belong to another service."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_CONFLICT,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Changed by someone else"),
      N_ ("The server refused the change, because the thing was changed after it was read (409 or"
          " 412)."),
      N_ ("Refresh, look at it again, and repeat the change if it is still needed."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_BAD_REQUEST,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The server refused the request"),
      N_ ("The server did not accept what was asked (400 or 422), and would refuse it again."),
      N_ ("Read what the server says about it. If that does not help, report it as a fault of "
          "Actioned."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_PAGE_TOO_LARGE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server holds back its answer"),
      N_ ("The server says that even a small page of events is too large (413)."),
      N_ ("Try again later. If it stays so, tell whoever runs the server."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_RATE_LIMITED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Too many requests"),
      N_ ("All programs of this organisation together asked more than the server allows (429)."),
      N_ ("Wait a little: it is tried again by itself."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_SERVER,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server has a fault"),
      N_ ("The server answered several times with a fault of its own (5xx)."),
      N_ ("Nothing is lost, and it is tried again by itself. If it stays so, tell whoever runs "
          "the server."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_NOT_JSON,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Something else answered"),
      N_ ("The answer is not JSON: it may be the sign-in page of a network, or a web site."),
      N_ ("Open a web page to see whether the network asks for a sign-in, and check the base URL."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_BAD_RESPONSE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The answer cannot be read"),
      N_ ("The server's answer was cut off, or is not what was expected."),
      N_ ("Nothing is lost. Try again; if it stays so, report it as a fault of Actioned."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_TOO_LARGE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The answer is too large"),
      N_ ("The server sent more than Actioned accepts, so the rest was not read."),
      N_ ("Nothing is lost. Check the base URL; if it is right, tell whoever runs the server."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_TOO_DEEP,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The answer is nested too deeply"),
      N_ ("The server sent JSON that is nested deeper than Actioned accepts, so it was not read."),
      N_ ("Nothing is lost. Check the base URL; if it is right, tell whoever runs the server."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_REPEATED_TOKEN,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The list does not end"),
      N_ ("The server gave out the same place in the list again, so reading on would never end."),
      N_ ("The events that were read are here. Try again later to get the rest."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_UNCERTAIN,
      ACT_ERROR_REMEDY_NONE,
      N_ ("It may have been done"),
      N_ ("The change was sent, but no answer came back, and the server does not show whether it "
          "was made."),
      N_ ("Look at it again before you repeat it, since it might be done twice."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_OTHER_API,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("This is another kind of server"),
      N_ ("A server answers, but not as this API does: it gives no tokens, or does not speak JSON."),
      N_ ("Check the base URL, its path included."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_REDIRECTED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server sends elsewhere"),
      N_ ("The server wants the request sent to another place, where the key and its token never go."),
      N_ ("Check the base URL. Where the network asks to sign in first, do that in a web browser."),
  },
  {
      ACT_ERROR_TOPIC_API,
      ACT_API_ERROR_NO_SECRET,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The secret is missing"),
      N_ ("The secret of this connection's key is not known, so the server was not asked."),
      N_ ("Enter the secret, or use another key. Your changes wait until then."),
  },
  {
      ACT_ERROR_TOPIC_MARKING,
      ACT_API_ERROR_FORBIDDEN,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Marked on this device only"),
      N_ ("This organisation's API does not accept marking (403): the key lacks the permission, "
          "or the API has no such call. The events stay open in the Console."),
      N_ ("Mark them in the Console too, or ask an administrator for the permission. Your marks "
          "are kept here and can be sent later."),
  },
  {
      ACT_ERROR_TOPIC_MARKING,
      ACT_API_ERROR_NOT_FOUND,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Marked on this device only"),
      N_ ("This organisation's API does not accept marking (404): the key lacks the permission, "
          "or the API has no such call. The events stay open in the Console."),
      N_ ("Mark them in the Console too, or ask an administrator for the permission. Your marks "
          "are kept here and can be sent later."),
  },
  {
      ACT_ERROR_TOPIC_MARKING,
      ACT_API_ERROR_NOT_ALLOWED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Marked on this device only"),
      N_ ("This organisation's API does not accept marking (405 or 501): the key lacks the "
          "permission, or the API has no such call. The events stay open in the Console."),
      N_ ("Mark them in the Console too, or ask an administrator for the permission. Your marks "
          "are kept here and can be sent later."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_OFFLINE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Offline"),
      N_ ("No connection to the server could be made, so nothing was changed there."),
      N_ ("What you have entered is still here. Try again once the connection is back."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_TIMED_OUT,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server does not answer"),
      N_ ("The server did not answer in time: it or the network may be slow."),
      N_ ("What you have entered is still here. Try again."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_TOKEN_REFUSED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Signing in failed"),
      N_ ("The server refused the key id or its secret, so nothing was changed there."),
      N_ ("Check both, and that the key still exists in the Console."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_UNAUTHORIZED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server does not accept the sign-in"),
      N_ ("It refused a token that it had just given out (401), so nothing was changed "
          "there."),
      N_ ("Check that the key is still valid and belongs to this organisation."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_NO_SECRET,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The secret is missing"),
      N_ ("The secret of this connection's key is not known, so nothing was changed on the server."),
      N_ ("Enter the secret, or use another key."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_FORBIDDEN,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Your key may not do this"),
      N_ ("The server refused access (403): the key lacks a permission."),
      N_ ("Ask an administrator for the permission, or do it in the Console."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_NOT_FOUND,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("No longer on the server"),
      N_ ("The server does not know what was asked for (404): it was deleted, or it "
          "belongs to another organisation."),
      N_ ("Go back and refresh to see what is there now."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_NOT_ALLOWED,
      ACT_ERROR_REMEDY_NONE,
      N_ ("This API cannot do that"),
      N_ ("The server does not offer what was asked of it (405 or 501)."),
      N_ ("Do it in the Console instead."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_CONFLICT,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Changed by someone else"),
      N_ ("The server refused the change, because the thing was changed after it was read"
          " (409 or 412)."),
      N_ ("Look at what it is now, and repeat the change if it is still needed."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_BAD_REQUEST,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The server refused this"),
      N_ ("The server did not accept what was sent (400 or 422), and would refuse it "
          "again."),
      N_ ("Correct what the server names, then send it again."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_RATE_LIMITED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Too many requests"),
      N_ ("All programs of this organisation together asked more than the server allows "
          "(429)."),
      N_ ("What you have entered is still here. Wait a little, then try again."),
  },
  {
      ACT_ERROR_TOPIC_CHANGING,
      ACT_API_ERROR_SERVER,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The server has a fault"),
      N_ ("The server answered with a fault of its own (5xx)."),
      N_ ("What you have entered is still here. Try again; if it stays so, tell whoever "
          "runs the server."),
  },
  {
      ACT_ERROR_TOPIC_COMMAND,
      ACT_API_ERROR_OFFLINE,
      ACT_ERROR_REMEDY_NONE,
      N_ ("Offline"),
      N_ ("No connection to the server could be made."),
      N_ ("What was marked waits on this computer. If you expect a connection, check the network, and "
          "run the command again."),
  },
  {
      ACT_ERROR_TOPIC_COMMAND,
      ACT_API_ERROR_TIMED_OUT,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The server does not answer"),
      N_ ("The server did not answer in time: it or the network may be slow."),
      N_ ("Nothing is lost. Run the command again."),
  },
  {
      ACT_ERROR_TOPIC_COMMAND,
      ACT_API_ERROR_RATE_LIMITED,
      ACT_ERROR_REMEDY_NONE,
      N_ ("Too many requests"),
      N_ ("All programs of this organisation together asked more than the server allows (429)."),
      N_ ("Wait a little, then run the command again."),
  },
  {
      ACT_ERROR_TOPIC_COMMAND,
      ACT_API_ERROR_SERVER,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The server has a fault"),
      N_ ("The server answered several times with a fault of its own (5xx)."),
      N_ ("Nothing is lost. Run the command again later. If it stays so, tell whoever runs the "
          "server."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_FAILED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The events on this computer cannot be used"),
      N_ ("The database answered with an error."),
      N_ ("Try again. If it stays so, quit Actioned and start it again."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_TOO_NEW,
      ACT_ERROR_REMEDY_START_ANEW,
      N_ ("A newer version of Actioned was here"),
      N_ ("The events on this computer were written by a newer version. They were left untouched."),
      N_ ("Install that version again, or a newer one. Or start with a new store, and keep this one "
          "under another name."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_CORRUPT,
      ACT_ERROR_REMEDY_OPEN_FOLDER,
      N_ ("The events on this computer are damaged"),
      N_ ("The database file cannot be read any more, perhaps after a fault of the disk."),
      N_ ("Start Actioned again: it sets the file aside, without deleting it, and fetches the "
          "events again."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_FULL,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The disk is full"),
      N_ ("There is no room left for events and changes on this computer."),
      N_ ("Free some space, then try again. What could not be kept was not marked."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_READ_ONLY,
      ACT_ERROR_REMEDY_OPEN_FOLDER,
      N_ ("View only"),
      N_ ("The folder of the events, or its disk, cannot be written to."),
      N_ ("You can read and copy. To mark events, make the folder writable."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_BUSY,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The events are in use"),
      N_ ("Another process holds the database and did not let go in time."),
      N_ ("Close the other window, or wait for the other command to end, then try again."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_NOT_FOUND,
      ACT_ERROR_REMEDY_NONE,
      N_ ("This event is no longer here"),
      N_ ("It was removed from this computer meanwhile."),
      N_ ("Refresh to see what is there now."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_CLOSED,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The events were closed"),
      N_ ("The connection was closed while this was under way."),
      N_ ("Open it again."),
  },
  {
      ACT_ERROR_TOPIC_STORE,
      ACT_STORE_ERROR_NO_SPACE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Not enough free space"),
      N_ ("The disk has less room than this needs for a moment, so it was not begun."),
      N_ ("Free some space, then try again."),
  },
  {
      ACT_ERROR_TOPIC_PORT,
      ACT_PORT_ERROR_NOT_A_STORE,
      ACT_ERROR_REMEDY_NONE,
      N_ ("This is no file of a store"),
      N_ ("It was not made by Export Store, or only a part of it is there."),
      N_ ("Choose a file that Export Store has made."),
  },
  {
      ACT_ERROR_TOPIC_PORT,
      ACT_PORT_ERROR_TOO_NEW,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The file is from a newer version"),
      N_ ("A newer version of Actioned wrote it, in a form that this one does not know."),
      N_ ("Update Actioned, then import the file again."),
  },
  {
      ACT_ERROR_TOPIC_PORT,
      ACT_PORT_ERROR_DAMAGED,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The file is damaged"),
      N_ ("It was cut off or altered after it was written, so that nothing in it can be relied on."),
      N_ ("Copy it again from where it came from, or export the store once more."),
  },
  {
      ACT_ERROR_TOPIC_PORT,
      ACT_PORT_ERROR_TOO_LARGE,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The file is too large"),
      N_ ("It, or a line of it, is larger than the file of any store."),
      N_ ("Choose another file."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_URL,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The base URL cannot be used"),
      N_ ("It is not a web address, or has more to it than a server and a path."),
      N_ ("Write it as https://server, without a user name, a question mark or a number sign."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_INSECURE,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The base URL is not safe"),
      N_ ("It begins with http://, so that the secret could be read on its way."),
      N_ ("Use https://. Only addresses of this computer may do without."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_INCOMPLETE,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The connection is not complete"),
      N_ ("The organisation id, the key id or the secret is missing, or has characters that it "
          "cannot have."),
      N_ ("Copy them from the Console again."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_CALL,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The call that marks events cannot be used"),
      N_ ("It must be PUT, POST or PATCH of a path on the same server, with {id} in it."),
      N_ ("Correct it, or leave it out to use the usual call."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_CONSOLE,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The Console's address cannot be used"),
      N_ ("It is not a web address that begins with https:// and names a server."),
      N_ ("Copy it from the browser that has the Console open."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_AUTHORITY,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The certificate file cannot be used"),
      N_ ("It holds no certificate in PEM form, or there is a private key with it."),
      N_ ("Ask whoever runs the network for the authority's certificate alone."),
  },
  {
      ACT_ERROR_TOPIC_CONNECTION,
      ACT_CONNECTION_ERROR_ORGANISATION,
      ACT_ERROR_REMEDY_NONE,
      N_ ("The key is for another organisation"),
      N_ ("It works, but it belongs to another organisation than this connection."),
      N_ ("Use a key of this organisation, or add another connection for that one."),
  },
  {
      ACT_ERROR_TOPIC_KEYRING,
      ACT_KEYRING_ERROR_ABSENT,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("There is no keyring"),
      N_ ("The place where this computer keeps passwords is not there, or does not answer."),
      N_ ("Try again, or enter the secret for this session only."),
  },
  {
      ACT_ERROR_TOPIC_KEYRING,
      ACT_KEYRING_ERROR_LOCKED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The keyring is locked"),
      N_ ("The place where this computer keeps passwords was not opened."),
      N_ ("Try again to open it, or enter the secret for this session only."),
  },
  {
      ACT_ERROR_TOPIC_KEYRING,
      ACT_KEYRING_ERROR_REFUSED,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("The keyring refuses"),
      N_ ("The place where this computer keeps passwords is there, but did not do what it was asked "
          "for."),
      N_ ("Try again, or enter the secret for this session only."),
  },
  {
      ACT_ERROR_TOPIC_IO,
      G_IO_ERROR_CANCELLED,
      ACT_ERROR_REMEDY_NONE,
      N_ ("Stopped"),
      N_ ("This was stopped before its end."),
      N_ ("Start it again if it is still needed."),
  },
  {
      ACT_ERROR_TOPIC_IO,
      G_IO_ERROR_PENDING,
      ACT_ERROR_REMEDY_NONE,
      N_ ("This is under way already"),
      N_ ("The same change was asked for a moment ago, and the server has not answered yet."),
      N_ ("Wait for its answer."),
  },
  {
      ACT_ERROR_TOPIC_IO,
      G_IO_ERROR_NOT_FOUND,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("A file is missing"),
      N_ ("A file or a folder that is needed is not there."),
      N_ ("Check that its disk is there, then try again."),
  },
  {
      ACT_ERROR_TOPIC_IO,
      G_IO_ERROR_PERMISSION_DENIED,
      ACT_ERROR_REMEDY_OPEN_FOLDER,
      N_ ("No permission on this computer"),
      N_ ("A file or a folder may not be read or written."),
      N_ ("Check the permissions of the folder."),
  },
  {
      ACT_ERROR_TOPIC_IO,
      G_IO_ERROR_NO_SPACE,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("No space left"),
      N_ ("A file could not be written, because the disk is full."),
      N_ ("Free some space, then try again."),
  },
  {
      ACT_ERROR_TOPIC_IO,
      G_IO_ERROR_READ_ONLY,
      ACT_ERROR_REMEDY_OPEN_FOLDER,
      N_ ("The disk is read-only"),
      N_ ("A file could not be written."),
      N_ ("Use a disk that can be written to, or make this one writable."),
  },
  {
      ACT_ERROR_TOPIC_ANY,
      0,
      ACT_ERROR_REMEDY_TRY_AGAIN,
      N_ ("Something went wrong"),
      N_ ("Actioned met an error that it has no words for."),
      N_ ("Try again. If it stays so, report it with what stands below."),
  },
};

static const char *const remedy_labels[] = {
  [ACT_ERROR_REMEDY_NONE] = NULL,
  [ACT_ERROR_REMEDY_TRY_AGAIN] = N_ ("Try Again"),
  [ACT_ERROR_REMEDY_OPEN_FOLDER] = N_ ("Open Folder"),
  [ACT_ERROR_REMEDY_START_ANEW] = N_ ("Start with a New Store…"),
};

/**
 * act_error_text_get_table:
 * @n_rows: (out): return location for how many rows there are
 *
 * Returns: (transfer none) (array length=n_rows): all messages
 */
const ActErrorTextRow *
act_error_text_get_table (gsize *n_rows)
{
  *n_rows = G_N_ELEMENTS (table);

  return table;
}

/**
 * act_error_text_find_row:
 * @topic: what the error is about
 * @code: its code
 *
 * Returns: (transfer none): its row, or the one for whatever has none
 */
const ActErrorTextRow *
act_error_text_find_row (ActErrorTopic topic,
                         int           code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (table[i].topic == topic && table[i].code == code)
        return &table[i];
    }

  return &table[G_N_ELEMENTS (table) - 1];
}

/**
 * act_error_remedy_get_label:
 * @remedy: what a button does
 *
 * Returns: (nullable): the button's label, not translated; %NULL for %ACT_ERROR_REMEDY_NONE
 */
const char *
act_error_remedy_get_label (ActErrorRemedy remedy)
{
  g_return_val_if_fail ((guint) remedy < G_N_ELEMENTS (remedy_labels), NULL);

  return remedy_labels[remedy];
}
