"""A real SAMP hub with real clients, all of them astropy's.

Takes clients as NAME=WHAT, where WHAT is load (reads the tables it is sent), image (takes images
alone), refuse (says that it cannot), silent (never answers) or bare (takes nothing). SAMP_HUB says
where the lock file goes. Writes "ready", then a line of JSON for each message; ends when its input
does, and leaves the lock file behind, as a hub does that is killed.
"""

import json
import os
import sys
import time
import warnings

import numpy as np
from astropy import log
from astropy.io import votable
from astropy.samp import SAMPHubServer, SAMPIntegratedClient, conf
from astropy.table import Table

warnings.simplefilter('ignore')
log.setLevel('ERROR')
conf.use_internet = False


def say(words):
    print(json.dumps(words), flush=True)


def plain(cell):
    if cell is np.ma.masked:
        return None
    return cell.decode() if isinstance(cell, bytes) else getattr(cell, 'item', lambda: str(cell))()


def read(url):
    """What astropy sees in the file of a table."""
    table = Table.read(url, format='votable')
    parsed = votable.parse(url[len('file://'):]).get_first_table()
    place = url[len('file://'):]
    return {
        'rows': len(table),
        'columns': table.colnames,
        'units': {name: str(table[name].unit) for name in table.colnames if table[name].unit},
        'first': [plain(table[name][0]) for name in table.colnames],
        'ucds': {field.name: field.ucd for field in parsed.fields if field.ucd},
        'described': sum(bool(field.description) for field in parsed.fields),
        'notes': {param.name: plain(param.value) for param in parsed.params},
        'rights': oct(os.stat(place).st_mode & 0o777),
        'folder rights': oct(os.stat(os.path.dirname(place)).st_mode & 0o777),
    }


def await_question(message):
    """Waits until the hub looks for the answer: astropy's loses one that comes before it does."""
    end = time.monotonic() + 30
    while message not in hub._sync_msg_ids_heap and time.monotonic() < end:
        time.sleep(0.001)


def join(name, what):
    client = SAMPIntegratedClient(name=name, description='the ' + what + ' one', addr='127.0.0.1')
    client.connect()

    def called(key, sender, message, mtype, parameters, extra):
        sent = {'to': name, 'mtype': mtype, **parameters}
        if mtype == 'table.load.votable' and what == 'load':
            sent['read'] = read(parameters['url'])
        say(sent)
        await_question(message)
        if what == 'refuse':
            client.ereply(message, 'samp.error', error={'samp.errortxt': 'no room for it'})
        elif what != 'silent':
            client.ereply(message, 'samp.ok', result={})

    if what in ('load', 'refuse', 'silent'):
        client.bind_receive_call('table.load.votable', called)
    if what in ('image', 'load'):
        client.bind_receive_call('image.load.fits', called)
    return client


hub = SAMPHubServer(web_profile=False, addr='127.0.0.1', secret=os.environ.get('HUB_SECRET'))
hub.start()
clients = [join(*argument.split('=')) for argument in sys.argv[1:]]
say('ready')
sys.stdin.read()
say({'left': len(hub._private_keys) - len(clients) - 1})
sys.stdout.flush()
os._exit(0)
